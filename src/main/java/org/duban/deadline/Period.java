package org.duban.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a deadline runs: so many days, so many months, or until a day that was given from outside. Exactly one of
 * {@code days}, {@code months} is set for a counted period, none for a given day.
 *
 * @param unit what days are counted; null unless {@code days} is set
 * @param firstDay whether the start is day 1; null unless {@code days} is set
 */
public record Period(Integer days, Integer months, CountingUnit unit, FirstDay firstDay, RestDay restDay) {

    private static final Period GIVEN = new Period(null, null, null, null, RestDay.STAYS);

    /** A deadline whose day the case itself brings along. */
    public static Period given() {
        return GIVEN;
    }

    public static Period ofDays(int days, CountingUnit unit, FirstDay firstDay, RestDay restDay) {
        return new Period(days, null, unit, firstDay, restDay);
    }

    public static Period ofMonths(int months, RestDay restDay) {
        return new Period(null, months, null, null, restDay);
    }

    public boolean isGiven() {
        return days == null && months == null;
    }

    /** Counts the period from {@code start}; a given day has nothing to count and is {@code givenDay} itself. */
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
        return days + " " + unit.label() + (firstDay == FirstDay.EXCLUDED ? "，起算当日不计" : "，起算当日计入");
    }
}
