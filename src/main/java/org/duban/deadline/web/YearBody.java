package org.duban.deadline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.deadline.CalendarYear;
import org.duban.deadline.LoadedYear;

/** A year as the API answers it. */
record YearBody(
        int year,
        long version,
        String notice,
        String loadedBy,
        Instant loadedAt,
        int workingDays,
        List<Day> days,
        List<String> warnings) {

    record Day(LocalDate date, String type, String name) {}

    static YearBody of(CalendarYear year, LoadedYear loaded, int workingDays, List<String> warnings) {
        List<Day> days = year.days().stream()
                .map(day -> new Day(day.date(), day.kind().code(), day.name()))
                .toList();
        return new YearBody(
                year.year(),
                loaded.version(),
                year.notice(),
                loaded.loadedBy(),
                loaded.loadedAt(),
                workingDays,
                days,
                warnings);
    }
}
