package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.deadline.store.ChangeStore;
import org.duban.deadline.store.DeadlineStore;
import org.duban.deadline.store.DeadlineStore.Closed;
import org.duban.deadline.store.WatchStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every deadline of every case: opened once, met or voided once, never deleted; moving one is {@link DeadlineMoves}'
 * work. All writing joins the caller's transaction, so a deadline exists exactly when what it belongs to does.
 */
@Service
@Transactional
public class DeadlineLedger {

    private final DeadlineStore store;
    private final ChangeStore changes;
    private final WatchStore watch;
    private final DeadlineRules rules;
    private final Ladders ladders;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    DeadlineLedger(
            DeadlineStore store,
            ChangeStore changes,
            WatchStore watch,
            DeadlineRules rules,
            Ladders ladders,
            WorkingCalendars calendars,
            OfficeHours hours,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.watch = watch;
        this.rules = rules;
        this.ladders = ladders;
        this.calendars = calendars;
        this.hours = hours;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Opens a deadline. Opening the same key again returns the row as it stands. */
    public LedgerEntry open(Opening opening) {
        return open(opening, rules.of(opening.caseNo(), opening.rule()));
    }

    /** Opens a deadline by a rule that stands in a table of its own; the opening's own word for the rule is not asked. */
    public LedgerEntry open(Opening opening, DeadlineRule rule) {
        Period period = opening.givenDueOn() == null ? rule.period() : Period.given();
        WorkingCalendar calendar = rules.calendar();
        Instant startAt = Due.start(opening.startOn(), clock, hours);
        Due due = Due.count(period, calendar, hours, opening.startOn(), startAt, opening.givenDueOn());
        Instant now = clock.instant();
        Course course = new Course(
                opening.holder(),
                opening.timerElement(),
                opening.followsSubject(),
                due.at(),
                now,
                now,
                null,
                null,
                null,
                0);
        LedgerEntry entry = new LedgerEntry(
                0,
                opening.caseNo(),
                opening.kind(),
                opening.key(),
                opening.kind() == LedgerKind.SUBJECT ? LedgerKind.SUBJECT.label() : rule.name(),
                rule.code(),
                rule.version(),
                rule.clause(),
                opening.startOn(),
                startAt,
                period,
                calendar.version(),
                due.date().due(),
                due.date().due(),
                due.date().provisional(),
                now,
                null,
                null,
                course);
        LedgerEntry watched = entry.with(course.nextAt(ladders.first(entry, calendar, hours)));
        Optional<LedgerEntry> added = store.addUnlessKnown(watched);
        added.ifPresent(one -> listeners.publishEvent(
                new DeadlineFact(one.caseNo(), "deadline.opened", now, Actor.system(), opened(one))
                        .on(rule.evaluation())));
        return added.or(() -> store.byKey(opening.key())).orElseThrow();
    }

    private void announce(CaseNo no, String type, Instant at, Map<String, Object> data) {
        listeners.publishEvent(new DeadlineFact(no, type, at, Actor.system(), data));
    }

    private static Map<String, Object> opened(LedgerEntry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("deadline", entry.id());
        data.put("name", entry.name());
        data.put("kind", entry.kind().name());
        data.put("rule", entry.rule());
        data.put("decision", entry.ruleVersion());
        data.put("clause", entry.clause());
        data.put("startOn", entry.startOn().toString());
        data.put("dueOn", entry.currentDueOn().toString());
        data.values().removeIf(Objects::isNull);
        return data;
    }

    /** Opens a deadline counted by a rule from {@code startOn}. */
    public LedgerEntry open(CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn) {
        return open(Opening.counted(caseNo, kind, key, rule, startOn));
    }

    /** Opens a deadline whose day is given by the case itself; the rule names the clause it stands under. */
    public LedgerEntry openUntil(
            CaseNo caseNo, LedgerKind kind, String key, String rule, LocalDate startOn, LocalDate dueOn) {
        return open(Opening.until(caseNo, kind, key, rule, startOn, dueOn));
    }

    /** Marks the open deadline of this key as fulfilled; without one, or a second time, nothing happens. */
    public void meet(String key, Instant at) {
        store.meet(key, at).ifPresent(closed -> closed(closed, true, at));
    }

    /** Marks the open deadline of this key as fallen away: its task was cancelled, its reason is gone. */
    public void voidDeadline(String key, Instant at) {
        store.voidDeadline(key, at).ifPresent(closed -> closed(closed, false, at));
    }

    private void closed(Closed closed, boolean met, Instant at) {
        announce(
                closed.caseNo(),
                met ? "deadline.met" : "deadline.voided",
                at,
                Map.of("deadline", closed.id(), "name", closed.name()));
        if (closed.asked()) {
            listeners.publishEvent(new DeadlineClosed(closed.id(), met));
        }
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

    /** Those of these deadlines that exist, asked in one go. */
    @Transactional(readOnly = true)
    public List<LedgerEntry> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : store.byIds(ids);
    }

    /** Counts the deadline once more on the calendar it stands on, and says every step and every move. */
    @Transactional(readOnly = true)
    public DeadlineExplanation explain(LedgerEntry entry) {
        return explain(List.of(entry)).get(0);
    }

    /** The same for many, asked in two questions. */
    @Transactional(readOnly = true)
    public List<DeadlineExplanation> explain(List<LedgerEntry> entries) {
        List<Long> ids = entries.stream().map(LedgerEntry::id).toList();
        Map<Long, List<DeadlineChange>> moved = changes(ids);
        Map<Long, List<LadderStep>> taken =
                watch.steps(ids).stream().collect(Collectors.groupingBy(LadderStep::deadlineId));
        return entries.stream()
                .map(entry -> explain(
                        entry, moved.getOrDefault(entry.id(), List.of()), taken.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private DeadlineExplanation explain(LedgerEntry entry, List<DeadlineChange> moved, List<LadderStep> taken) {
        WorkingCalendar calendar = calendars.version(entry.calendarVersion());
        Due counted =
                Due.count(entry.period(), calendar, hours, entry.startOn(), entry.startAt(), entry.originalDueOn());
        return DeadlineExplanation.of(entry, counted, calendar, moved, taken, entry.missed(clock.instant()));
    }

    private Map<Long, List<DeadlineChange>> changes(Collection<Long> ids) {
        return changes.of(ids).stream().collect(Collectors.groupingBy(DeadlineChange::deadlineId));
    }
}
