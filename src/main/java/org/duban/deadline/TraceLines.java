package org.duban.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.duban.kernel.Zones;

/** Puts a count into Chinese, joining neighbouring days that were treated alike. */
final class TraceLines {

    private static final String[] WEEKDAYS = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};

    private TraceLines() {}

    static List<String> of(DueDate dueDate) {
        List<String> lines = new ArrayList<>();
        List<DayTrace> trace = dueDate.trace();
        int counted = 0;
        for (int from = 0; from < trace.size(); ) {
            int to = endOfRun(trace, from);
            int before = counted;
            counted += trace.get(from).counted() ? to - from : 0;
            lines.add(line(trace.get(from), trace.get(to - 1), before, counted));
            from = to;
        }
        lines.add("到期日 " + named(dueDate.due()) + "。");
        if (dueDate.provisional()) {
            lines.add("计算经过尚未载入放假安排的年份，该年暂只按周末推算，到期日为暂定，载入后可能变动。");
        }
        return List.copyOf(lines);
    }

    /** A date with its day of the week, as notices print it: 2025-10-11（周六）. */
    static String named(LocalDate day) {
        return day + "（" + weekday(day.getDayOfWeek()) + "）";
    }

    static String moment(Instant at) {
        ZonedDateTime there = at.atZone(Zones.CITY);
        return named(there.toLocalDate()) + " " + there.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    /** A move in one sentence, with who, when and why. */
    static String of(DeadlineChange change) {
        String moved = change.fromOn().equals(change.toOn())
                ? "到期日仍为 " + change.toOn()
                : "到期日由 " + change.fromOn() + " 改为 " + change.toOn();
        String what =
                switch (change.kind()) {
                    case EXTENDED, CORRECTED, CALENDAR -> moved;
                    case SUSPENDED -> "自 " + change.clockOn() + " 起停止计时，" + moved + "（按挂账期满推算）";
                    case RESUMED -> "自 " + change.clockOn() + " 起恢复计时（停止于 " + change.stoodFrom() + "），" + moved;
                };
        return moment(change.changedAt()) + " " + change.byName() + " "
                + change.kind().label() + "：" + what + "。" + (change.afterExpiry() ? "作出时期限已过。" : "") + "理由："
                + change.reason();
    }

    private static int endOfRun(List<DayTrace> trace, int from) {
        DayTrace first = trace.get(from);
        int to = from + 1;
        while (to < trace.size()
                && trace.get(to).counted() == first.counted()
                && trace.get(to).reason().equals(first.reason())) {
            to++;
        }
        return to;
    }

    private static String line(DayTrace first, DayTrace last, int before, int counted) {
        boolean single = first.equals(last);
        String days = single ? named(first.day()) : named(first.day()) + "至" + named(last.day());
        if (!first.counted()) {
            return days + "：" + first.reason() + (first.reason().endsWith("不计") ? "。" : "，不计。");
        }
        String which = counted - before == 1 ? "第 " + counted + " 天" : "第 " + (before + 1) + " 至 " + counted + " 天";
        return days + "：" + first.reason() + "，计为" + which + "。";
    }

    private static String weekday(DayOfWeek day) {
        return WEEKDAYS[day.ordinal()];
    }
}
