package org.duban.deadline;

import java.time.LocalDate;
import java.util.List;

/** Calendars for tests: the bundled years, and a few words that make counts read like sentences. */
final class Calendars {

    static final WorkingCalendar BUNDLED = new WorkingCalendar(1, CalendarFile.bundled());

    private Calendars() {}

    static CalendarYear year(int year, CalendarDay... days) {
        return new CalendarYear(year, "测试通知〔" + year + "〕1号", List.of(days));
    }

    static CalendarDay holiday(String date, String name) {
        return new CalendarDay(LocalDate.parse(date), DayKind.HOLIDAY, name);
    }

    static CalendarDay workday(String date, String name) {
        return new CalendarDay(LocalDate.parse(date), DayKind.WORKDAY, name);
    }
}
