package org.duban.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duban.kernel.Zones;

/**
 * The one place where due dates are computed: by the period, and after that by what was granted.
 *
 * @param date the due day and how it was found
 * @param at from this moment on the deadline is missed; the due day belongs to a period of days until midnight
 */
record Due(DueDate date, Instant at) {

    /** The moment hours are counted from: now for a deadline of today, the opening of offices for another day. */
    static Instant start(LocalDate startOn, Clock clock, OfficeHours hours) {
        return startOn.equals(LocalDate.now(clock)) ? clock.instant() : hours.opening(startOn);
    }

    static Due count(
            Period period,
            WorkingCalendar calendar,
            OfficeHours hours,
            LocalDate startOn,
            Instant startAt,
            LocalDate given) {
        if (period.hours() != null) {
            OfficeHours.Counted counted = hours.count(calendar, startAt, period.hours());
            return new Due(counted.due(), counted.at());
        }
        return endOf(period.count(calendar, startOn, given));
    }

    /**
     * The day that holds after all changes, on that calendar: what was granted last (延期、更正) stands for the count
     * before it; each time the clock stood still (挂账) is added again in the period's own unit. While it stands still,
     * the whole time it may stand is added, so that the day is never too early.
     *
     * <p>What follows the case's own limit has the day the limit has.
     *
     * @param changes in the order they were made
     */
    static Due current(LedgerEntry entry, List<DeadlineChange> changes, WorkingCalendar calendar, OfficeHours hours) {
        if (entry.course().followsSubject() && !changes.isEmpty()) {
            return endOf(new DueDate(changes.get(changes.size() - 1).toOn(), List.of(), false));
        }
        Due due = count(entry.period(), calendar, hours, entry.startOn(), entry.startAt(), entry.originalDueOn());
        for (DeadlineChange change : changes) {
            switch (change.kind()) {
                case EXTENDED, CORRECTED -> due = endOf(new DueDate(change.toOn(), List.of(), false));
                case RESUMED -> due = later(due, entry.period(), calendar, change.stoodFrom(), change.clockOn());
                case SUSPENDED, CALENDAR -> {}
            }
        }
        Course course = entry.course();
        return course.suspended()
                ? later(
                        due,
                        entry.period(),
                        calendar,
                        course.suspendedOn(),
                        course.suspendedUntil().plusDays(1))
                : due;
    }

    private static Due later(Due due, Period period, WorkingCalendar calendar, LocalDate stood, LocalDate on) {
        DueDate moved;
        if (period.unit() == CountingUnit.WORKING || period.hours() != null) {
            moved = calendar.plusWorkingDays(due.date.due(), calendar.workingDaysBetween(stood, on));
        } else {
            moved = new DueDate(
                    due.date.due().plusDays(ChronoUnit.DAYS.between(stood, on)), List.of(), due.date.provisional());
        }
        Instant at = period.hours() == null
                ? endOf(moved).at
                : moved.due()
                        .atTime(due.at.atZone(Zones.CITY).toLocalTime())
                        .atZone(Zones.CITY)
                        .toInstant();
        return new Due(moved, at);
    }

    private static Due endOf(DueDate date) {
        return new Due(date, date.due().plusDays(1).atStartOfDay(Zones.CITY).toInstant());
    }
}
