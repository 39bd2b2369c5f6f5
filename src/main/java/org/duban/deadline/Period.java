package org.duban.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a deadline runs: so many days, months or working hours, or until a day that was given from outside. Exactly
 * one of {@code days}, {@code months}, {@code hours} is set for a counted period, none for a given day.
 *
 * @param unit what days are counted; null unless {@code days} is set
 * @param firstDay whether the start is day 1; null unless {@code days} is set
 */
public record Period(
        Integer days, Integer months, Integer hours, CountingUnit unit, FirstDay firstDay, RestDay restDay) {

    private static final Period GIVEN = new Period(null, null, null, null, null, RestDay.STAYS);

    /** A deadline whose day the case itself brings along. */
    public static Period given() {
        return GIVEN;
    }

    public static Period ofDays(int days, CountingUnit unit, FirstDay firstDay, RestDay restDay) {
        return new Period(days, null, null, unit, firstDay, restDay);
    }

    public static Period ofMonths(int months, RestDay restDay) {
        return new Period(null, months, null, null, null, restDay);
    }

    /** Working hours, counted from the moment of the start. */
    public static Period ofHours(int hours) {
        return new Period(null, null, hours, null, null, RestDay.STAYS);
    }

    public boolean isGiven() {
        return days == null && months == null && hours == null;
    }

    /** Whether the day it ends on depends on which days are worked. */
    boolean followsCalendar() {
        return unit == CountingUnit.WORKING || hours != null || restDay == RestDay.MOVES_ON;
    }

    /**
     * Counts a period of days or months from {@code start}; a given day has nothing to count and is {@code givenDay}
     * itself. Hours are counted by {@link OfficeHours}.
     */
    DueDate count(WorkingCalendar calendar, LocalDate start, LocalDate givenDay) {
        if (isGiven()) {
            return new DueDate(givenDay, List.of(), false);
        }
        return days != null
                ? calendar.dueDate(start, days, unit, firstDay, restDay)
                : calendar.dueAfterMonths(start, months, restDay);
    }

    /** The period in Chinese: 5 个工作日，起算当日不计. */
    String text() {
        if (isGiven()) {
            return "以案件自身的时限为准";
        }
        if (months != null) {
            return months + " 个月";
        }
        if (hours != null) {
            return hours + " 个工作小时";
        }
        return days + " " + unit.label() + (firstDay == FirstDay.EXCLUDED ? "，起算当日不计" : "，起算当日计入");
    }
}
