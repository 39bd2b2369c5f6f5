package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.store.DeadlineStore;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every deadline of every case: opened once, met or voided once, never deleted. All writing joins the caller's
 * transaction, so a deadline exists exactly when what it belongs to does.
 */
@Service
@Transactional
public class DeadlineLedger {

    private final DeadlineStore store;
    private final DeadlineRules rules;
    private final WorkingCalendars calendars;
    private final Clock clock;

    DeadlineLedger(DeadlineStore store, DeadlineRules rules, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Opens a deadline counted by a rule. Opening the same key again returns the row as it stands.
     *
     * @param startOn the day the period starts from
     */
    public LedgerEntry open(CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn) {
        DeadlineRule found = rules.byCode(rule);
        return openOnce(caseNo, kind, key, found, startOn, found.period(), startOn);
    }

    /** Opens a deadline whose day is given by the case itself; the rule names the clause it stands under. */
    public LedgerEntry openUntil(
            CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn, LocalDate dueOn) {
        return openOnce(caseNo, kind, key, rules.byCode(rule), startOn, Period.given(), dueOn);
    }

    private LedgerEntry openOnce(
            CaseNo caseNo,
            LedgerKind kind,
            String key,
            DeadlineRule rule,
            LocalDate startOn,
            Period period,
            LocalDate givenDay) {
        WorkingCalendar calendar = rules.calendar();
        DueDate due = period.count(calendar, startOn, givenDay);
        LedgerEntry entry = new LedgerEntry(
                0,
                caseNo,
                kind,
                key,
                rule.code(),
                rule.clause(),
                startOn,
                period,
                calendar.version(),
                due.due(),
                due.due(),
                due.provisional(),
                clock.instant(),
                null,
                null);
        return store.addUnlessKnown(entry).or(() -> store.byKey(key)).orElseThrow();
    }

    /** Marks the open deadline of this key as fulfilled; without one, or a second time, nothing happens. */
    public void meet(String key, Instant at) {
        store.meet(key, at);
    }

    /** Marks the open deadline of this key as fallen away: its task was cancelled, its reason is gone. */
    public void voidDeadline(String key, Instant at) {
        store.voidDeadline(key, at);
    }

    /** The open deadlines of a case, the nearest first. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> current(CaseNo caseNo) {
        return store.open(caseNo);
    }

    /** Every deadline a case ever had, in the order of opening. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> all(CaseNo caseNo) {
        return store.all(caseNo);
    }

    @Transactional(readOnly = true)
    public Optional<LedgerEntry> byKey(String key) {
        return store.byKey(key);
    }

    @Transactional(readOnly = true)
    public Optional<LedgerEntry> byId(long id) {
        return store.byId(id);
    }

    /** Counts the deadline once more on the calendar it was opened with, and says every step. */
    @Transactional(readOnly = true)
    public DeadlineExplanation explain(LedgerEntry entry) {
        WorkingCalendar calendar = calendars.version(entry.calendarVersion());
        DueDate counted = entry.period().count(calendar, entry.startOn(), entry.originalDueOn());
        return DeadlineExplanation.of(entry, counted, calendar, entry.missed(clock.instant()));
    }
}
