package org.duban.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.kernel.Zones;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When offices are open on a working day: for periods counted in working hours, and because messages leave in working
 * hours only.
 */
@Component
public class OfficeHours {

    private record Span(LocalTime from, LocalTime to) {

        static Span of(String text) {
            String[] ends = text.strip().split("-", 2);
            Span span = new Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            if (!span.from.isBefore(span.to)) {
                throw new IllegalArgumentException("duban.office-hours: '" + text + "' ends before it begins");
            }
            return span;
        }
    }

    private final List<Span> spans;

    /** @param hours spans of one day in order, as in {@code 08:00-12:00,14:30-18:00} */
    OfficeHours(@Value("${duban.office-hours:08:00-12:00,14:30-18:00}") String hours) {
        this.spans = Arrays.stream(hours.split(",")).map(Span::of).toList();
    }

    /** The moment offices open on that day. */
    public Instant opening(LocalDate day) {
        return at(day, spans.get(0).from());
    }

    /** The moment offices close on that day. */
    public Instant closing(LocalDate day) {
        return at(day, spans.get(spans.size() - 1).to());
    }

    /** {@code now} when offices are open, else the next moment they are. */
    public Instant next(WorkingCalendar calendar, Instant now) {
        for (LocalDate day = LocalDate.ofInstant(now, Zones.CITY); ; day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                continue;
            }
            for (Span span : spans) {
                if (now.isBefore(at(day, span.to()))) {
                    Instant from = at(day, span.from());
                    return now.isBefore(from) ? from : now;
                }
            }
        }
    }

    /** Counts working hours from {@code start}; the day of the result is the due day, its moment the due moment. */
    Counted count(WorkingCalendar calendar, Instant start, int hours) {
        Duration left = Duration.ofHours(hours);
        List<DayTrace> trace = new ArrayList<>();
        boolean provisional = false;
        for (LocalDate day = LocalDate.ofInstant(start, Zones.CITY); ; day = day.plusDays(1)) {
            provisional |= !calendar.isLoaded(day.getYear());
            Duration here = Duration.ZERO;
            for (Span span : calendar.isWorkingDay(day) ? spans : List.<Span>of()) {
                Instant from = at(day, span.from()).isBefore(start) ? start : at(day, span.from());
                Duration open = Duration.between(from, at(day, span.to()));
                if (open.isNegative()) {
                    continue;
                }
                if (open.compareTo(left) >= 0) {
                    trace.add(new DayTrace(day, true, "工作日，计 " + text(here.plus(left))));
                    return new Counted(new DueDate(day, trace, provisional), from.plus(left));
                }
                left = left.minus(open);
                here = here.plus(open);
            }
            boolean counted = !here.isZero();
            trace.add(new DayTrace(day, counted, counted ? "工作日，计 " + text(here) : closed(calendar, day)));
        }
    }

    record Counted(DueDate due, Instant at) {}

    private static String closed(WorkingCalendar calendar, LocalDate day) {
        return calendar.isWorkingDay(day) ? "已过上班时间" : calendar.reason(day);
    }

    private static String text(Duration open) {
        long minutes = open.toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + " 小时" : minutes / 60 + " 小时 " + minutes % 60 + " 分";
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Zones.CITY).toInstant();
    }
}
