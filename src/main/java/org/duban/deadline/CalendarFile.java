package org.duban.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The notices that come with the software: {@code calendar.csv} (date,type,name) and {@code calendar-notices.csv}
 * (year,notice). A day in the last week of December that the next year's notice gives as New Year's belongs to that
 * next year.
 */
final class CalendarFile {

    private static final String DAYS = "/calendar/calendar.csv";
    private static final String NOTICES = "/calendar/calendar-notices.csv";

    private CalendarFile() {}

    static List<CalendarYear> bundled() {
        Map<Integer, List<CalendarDay>> days = new HashMap<>();
        for (String[] row : rows(DAYS)) {
            CalendarDay day = day(row);
            days.computeIfAbsent(yearOf(day), year -> new ArrayList<>()).add(day);
        }
        return rows(NOTICES).stream()
                .map(row -> Integer.parseInt(row[0]))
                .map(year -> new CalendarYear(year, notice(year), days.getOrDefault(year, List.of())))
                .toList();
    }

    private static String notice(int year) {
        return rows(NOTICES).stream()
                .filter(row -> Integer.parseInt(row[0]) == year)
                .map(row -> row[1])
                .findFirst()
                .orElseThrow();
    }

    private static CalendarDay day(String[] row) {
        DayKind kind = DayKind.byCode(row[1]).orElseThrow(() -> new IllegalStateException(DAYS + ": " + row[1]));
        return new CalendarDay(LocalDate.parse(row[0]), kind, row[2]);
    }

    private static int yearOf(CalendarDay day) {
        boolean newYears = day.name().startsWith("元旦") && day.date().getMonthValue() == 12;
        return newYears ? day.date().getYear() + 1 : day.date().getYear();
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = CalendarFile.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
