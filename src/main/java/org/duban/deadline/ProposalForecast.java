package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.Ladder.Rung;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.deadline.store.WatchStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which deadlines the watch will propose a card for in the next days, if nothing happens before. */
@Service
@Transactional(readOnly = true)
public class ProposalForecast {

    /** So many deadlines are looked at; an office that has more than these due in one week has other worries. */
    private static final int MOST = 20_000;

    private final WatchStore store;
    private final Ladders ladders;
    private final Subjects subjects;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final Clock clock;

    ProposalForecast(
            WatchStore store,
            Ladders ladders,
            Subjects subjects,
            WorkingCalendars calendars,
            OfficeHours hours,
            Clock clock) {
        this.store = store;
        this.ladders = ladders;
        this.subjects = subjects;
        this.calendars = calendars;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * A proposal the ladder will make.
     *
     * @param on the day it will be made
     * @param daysLate how late the deadline will be on that day
     * @param clause what the rung says of itself
     */
    public record Coming(
            LedgerEntry entry, Facts subject, LadderAction action, LocalDate on, int daysLate, String clause) {}

    /** Those of the next days, the nearest first; each deadline with its next proposal only. */
    public List<Coming> within(int days) {
        Instant now = clock.instant();
        Instant until = now.plus(days, ChronoUnit.DAYS);
        // A rung that will be reached by then is the next checkpoint or comes after it.
        List<LedgerEntry> looked = store.running(until, LocalDate.now(clock).plusDays(days), MOST);
        Map<CaseNo, Facts> facts =
                subjects.of(looked.stream().map(LedgerEntry::caseNo).distinct().toList());
        WorkingCalendar calendar = calendars.current();
        List<Coming> coming = new ArrayList<>();
        for (LedgerEntry entry : looked) {
            Facts subject = facts.getOrDefault(entry.caseNo(), Facts.UNKNOWN);
            next(entry, subject, calendar, now)
                    .filter(one -> !one.on().isAfter(LocalDate.ofInstant(until, Zones.CITY)))
                    .ifPresent(coming::add);
        }
        coming.sort(Comparator.comparing(Coming::on)
                .thenComparing(one -> one.entry().id()));
        return coming;
    }

    private Optional<Coming> next(LedgerEntry entry, Facts subject, WorkingCalendar calendar, Instant now) {
        return ladders.of(entry, subject.priority()).proposing(entry).stream()
                .map(rung -> coming(entry, subject, rung, calendar))
                .filter(one -> !one.on().isBefore(LocalDate.ofInstant(now, Zones.CITY)))
                .min(Comparator.comparing(Coming::on));
    }

    private Coming coming(LedgerEntry entry, Facts subject, Rung rung, WorkingCalendar calendar) {
        Instant moment = rung.moment(entry.currentDueOn(), entry.course().dueAt(), calendar, hours);
        LocalDate on = LocalDate.ofInstant(moment, Zones.CITY);
        int late = (int) ChronoUnit.DAYS.between(entry.currentDueOn(), on);
        return new Coming(entry, subject, rung.action(), on, late, rung.clause());
    }
}
