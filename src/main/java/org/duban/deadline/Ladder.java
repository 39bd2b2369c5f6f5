package org.duban.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.engine.Evaluation;
import org.duban.kernel.Zones;

/**
 * The rungs for one kind of deadline, the earliest first: what the decision table says for each day before and after the
 * due day, cut where its answer changes.
 */
record Ladder(List<Rung> rungs) {

    /** When nothing is left to be done, the watch looks again after so many days, for the rules may have changed. */
    private static final int LOOK_AGAIN = 30;

    /**
     * @param daysLeft calendar days before the due day from which it holds; negative after it
     * @param tell whom it is said to, in the table's words
     * @param catchUp it is made up for when the watch was down on its day; what is not is skipped for a later rung
     * @param repeatDays it is said again after so many days while nothing else comes; null for once
     * @param rule of the table, {@code clause} its words
     * @param evaluation the question and the whole answer it was read from
     */
    record Rung(
            int daysLeft,
            LadderAction action,
            Set<String> tell,
            boolean catchUp,
            Integer repeatDays,
            String rule,
            String clause,
            Evaluation evaluation) {

        /**
         * When it is reached: that a deadline is over is a fact of the moment it is; everything else is for a working
         * morning, reminders rather before than after a day off.
         */
        Instant moment(LocalDate dueOn, Instant dueAt, WorkingCalendar calendar, OfficeHours hours) {
            if (daysLeft >= 0) {
                return hours.opening(calendar.workingDayUntil(dueOn.minusDays(daysLeft)));
            }
            if (action == LadderAction.OVERDUE) {
                return dueAt.plus(-daysLeft - 1L, ChronoUnit.DAYS);
            }
            return hours.opening(calendar.workingDayFrom(dueOn.minusDays(daysLeft)));
        }

        private boolean outlived(Instant moment, Instant watchedFrom) {
            return daysLeft >= 0 && !moment.isAfter(watchedFrom);
        }
    }

    /** The rungs reached by {@code now} and not yet gone: those that must be made up for, and the last one. */
    List<Rung> reached(LedgerEntry entry, WorkingCalendar calendar, OfficeHours hours, Instant now) {
        List<Rung> reached = new ArrayList<>();
        for (Rung rung : ahead(entry.course().rung())) {
            Instant moment = moment(rung, entry, calendar, hours);
            if (!moment.isAfter(now) && !rung.outlived(moment, entry.course().watchedFrom())) {
                reached.add(rung);
            }
        }
        reached.removeIf(rung -> !rung.catchUp() && rung != reached.get(reached.size() - 1));
        return reached;
    }

    /** When to look at the deadline next, after it stands at {@code rung}. */
    Instant next(LedgerEntry entry, Integer rung, WorkingCalendar calendar, OfficeHours hours, Instant now) {
        Optional<Instant> ahead = ahead(rung).stream()
                .map(next -> moment(next, entry, calendar, hours))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
        Optional<Instant> again = repeating(rung).map(Rung::repeatDays).map(days -> {
            LocalDate day = LocalDate.ofInstant(now, Zones.CITY).plusDays(days);
            return hours.opening(calendar.workingDayFrom(day));
        });
        if (ahead.isPresent() && again.isPresent()) {
            return ahead.get().isBefore(again.get()) ? ahead.get() : again.get();
        }
        return ahead.or(() -> again).orElseGet(() -> now.plus(LOOK_AGAIN, ChronoUnit.DAYS));
    }

    /** The rung the deadline stands at, when that one is to be said again. */
    Optional<Rung> repeating(Integer rung) {
        return rung == null
                ? Optional.empty()
                : rungs.stream()
                        .filter(one -> one.daysLeft() == rung && one.repeatDays() != null)
                        .findFirst();
    }

    private List<Rung> ahead(Integer rung) {
        return rungs.stream()
                .filter(one -> rung == null || one.daysLeft() < rung)
                .toList();
    }

    private static Instant moment(Rung rung, LedgerEntry entry, WorkingCalendar calendar, OfficeHours hours) {
        return rung.moment(entry.currentDueOn(), entry.course().dueAt(), calendar, hours);
    }
}
