package org.duban.deadline.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.duban.deadline.CalendarDay;
import org.duban.deadline.DayKind;
import org.duban.deadline.WorkingCalendar;

/** A small month for the page: weeks from Monday to Sunday, null where the week belongs to another month. */
record MonthView(int month, List<List<Day>> weeks) {

    private static final int WEEK = 7;

    /**
     * A day of the month.
     *
     * @param kind its colour: holiday, workday (a worked weekend), rest or work
     * @param title what the mouse shows; null on ordinary days
     */
    record Day(int number, String kind, String title) {}

    static List<MonthView> of(int year, WorkingCalendar calendar) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), calendar))
                .toList();
    }

    private static MonthView of(YearMonth month, WorkingCalendar calendar) {
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        List<Day> cells = new ArrayList<>(Collections.nCopies(before, null));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(day(month.atDay(day), calendar));
        }
        while (cells.size() % WEEK != 0) {
            cells.add(null);
        }
        List<List<Day>> weeks = IntStream.range(0, cells.size() / WEEK)
                .mapToObj(week -> cells.subList(week * WEEK, (week + 1) * WEEK))
                .toList();
        return new MonthView(month.getMonthValue(), weeks);
    }

    private static Day day(LocalDate date, WorkingCalendar calendar) {
        CalendarDay named = calendar.named(date).orElse(null);
        if (named == null) {
            return new Day(date.getDayOfMonth(), calendar.isWorkingDay(date) ? "work" : "rest", null);
        }
        boolean holiday = named.kind() == DayKind.HOLIDAY;
        return new Day(
                date.getDayOfMonth(),
                holiday ? "holiday" : "workday",
                date + " " + named.name() + (holiday ? "放假" : "调休上班"));
    }
}
