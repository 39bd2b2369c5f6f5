package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.deadline.Ladder.Rung;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.deadline.store.WatchStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at every open deadline when its next checkpoint has come, does what the ladder says and sets the next one. What
 * moves a token is a timer of the flow itself and none of the watch's business. Any node may sweep, several at once, and
 * after days of downtime too: a batch is kept from other nodes, and a rung acts once for one due day.
 */
@Service
public class DeadlineWatch {

    private final WatchStore store;
    private final Ladders ladders;
    private final Subjects subjects;
    private final WorkingCalendars calendars;
    private final OfficeHours hours;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final int batch;

    DeadlineWatch(
            WatchStore store,
            Ladders ladders,
            Subjects subjects,
            WorkingCalendars calendars,
            OfficeHours hours,
            ApplicationEventPublisher listeners,
            Clock clock,
            @Value("${duban.deadline.watch-batch:100}") int batch) {
        this.store = store;
        this.ladders = ladders;
        this.subjects = subjects;
        this.calendars = calendars;
        this.hours = hours;
        this.listeners = listeners;
        this.clock = clock;
        this.batch = batch;
    }

    /**
     * One batch in the caller's transaction, or in one of its own.
     *
     * @return whether there may be more to look at now
     */
    @Transactional
    public boolean sweep() {
        Instant now = clock.instant();
        List<LedgerEntry> due = store.takeDue(now, batch);
        if (due.isEmpty()) {
            return false;
        }
        Map<CaseNo, Facts> facts =
                subjects.of(due.stream().map(LedgerEntry::caseNo).distinct().toList());
        WorkingCalendar calendar = calendars.current();
        List<RungReached> reached = new ArrayList<>();
        List<NextCheckpoint> next = new ArrayList<>();
        for (LedgerEntry entry : due) {
            Facts subject = facts.getOrDefault(entry.caseNo(), Facts.UNKNOWN);
            next.add(
                    entry.course().suspended()
                            ? asleep(entry, calendar, now)
                            : look(entry, subject, calendar, now, reached));
        }
        if (!reached.isEmpty()) {
            announce(store.addUnlessTaken(reached));
        }
        store.advance(next);
        return due.size() == batch;
    }

    private NextCheckpoint look(
            LedgerEntry entry, Facts subject, WorkingCalendar calendar, Instant now, List<RungReached> reached) {
        Ladder ladder = ladders.of(entry, subject.priority());
        Integer rung = entry.course().rung();
        List<Rung> due = ladder.reached(entry, calendar, hours, now);
        for (Rung one : due) {
            reached.add(reached(entry, subject, one, 0, now));
            rung = one.daysLeft();
        }
        if (due.isEmpty()) {
            int over = -daysLeft(entry, now);
            ladder.repeating(rung).ifPresent(again -> reached.add(reached(entry, subject, again, over, now)));
        }
        return new NextCheckpoint(entry.id(), rung, ladder.next(entry, rung, calendar, hours, now));
    }

    private NextCheckpoint asleep(LedgerEntry entry, WorkingCalendar calendar, Instant now) {
        LocalDate after = entry.course().suspendedUntil().plusDays(1);
        LocalDate today = LocalDate.ofInstant(now, Zones.CITY);
        LocalDate day = after.isAfter(today) ? after : today.plusDays(1);
        return new NextCheckpoint(entry.id(), entry.course().rung(), hours.opening(calendar.workingDayFrom(day)));
    }

    private RungReached reached(LedgerEntry entry, Facts subject, Rung rung, int repetition, Instant now) {
        return new RungReached(
                entry,
                subject,
                rung.daysLeft(),
                repetition,
                rung.action(),
                daysLeft(entry, now),
                rung.tell(),
                rung.rule(),
                ladders.version(),
                rung.clause(),
                rung.evaluation(),
                now);
    }

    private static int daysLeft(LedgerEntry entry, Instant now) {
        return (int) ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Zones.CITY), entry.currentDueOn());
    }

    private void announce(List<RungReached> taken) {
        if (taken.isEmpty()) {
            return;
        }
        listeners.publishEvent(new RungsReached(taken));
        for (RungReached step : taken) {
            listeners.publishEvent(new DeadlineFact(
                            step.entry().caseNo(),
                            step.action().event(),
                            step.at(),
                            Actor.system(),
                            Map.of(
                                    "deadline", step.entry().id(),
                                    "name", step.entry().name(),
                                    "dueOn", step.entry().currentDueOn().toString(),
                                    "daysLeft", step.daysLeft(),
                                    "told", List.copyOf(step.tell()),
                                    "rule", step.rule(),
                                    "decision", step.decision()))
                    .on(step.evaluation()));
        }
    }
}
