package org.duban.deadline.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.duban.deadline.CalendarDay;
import org.duban.deadline.CalendarYear;
import org.duban.deadline.DayKind;
import org.duban.kernel.Refusal;

/** A year's table as the API takes it; read leniently here so that the answer can name the row that is wrong. */
record YearRequest(String notice, List<Day> days) {

    record Day(String date, String type, String name) {}

    CalendarYear toYear(int year) {
        List<CalendarDay> read = new ArrayList<>();
        for (int i = 0; days != null && i < days.size(); i++) {
            read.add(day(days.get(i), i));
        }
        return new CalendarYear(year, notice, read);
    }

    private static CalendarDay day(Day day, int index) {
        if (day == null) {
            throw new Refusal("days[" + index + "]", "第 " + (index + 1) + " 行是空的，请填写日期、类型和名称。");
        }
        return new CalendarDay(date(day.date(), index), kind(day.type()), day.name());
    }

    private static LocalDate date(String date, int index) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    "days[" + index + "].date", "第 " + (index + 1) + " 行的日期“" + date + "”无法识别，应如 2026-10-01。");
        }
    }

    private static DayKind kind(String type) {
        return DayKind.byCode(type).orElse(null);
    }
}
