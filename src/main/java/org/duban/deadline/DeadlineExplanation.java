package org.duban.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a deadline is on its day, for a screen or the API.
 *
 * @param missed whether it passed unfulfilled, as of the moment of asking
 * @param trace every day of the count it was opened with
 * @param lines the count and every move in Chinese, to be read from top to bottom
 * @param changes every move, in the order it was made
 * @param steps what the watch did about it
 */
public record DeadlineExplanation(
        LedgerEntry entry,
        boolean missed,
        List<DayTrace> trace,
        List<String> notices,
        List<String> lines,
        List<DeadlineChange> changes,
        List<LadderStep> steps) {

    static DeadlineExplanation of(
            LedgerEntry entry,
            Due counted,
            WorkingCalendar calendar,
            List<DeadlineChange> changes,
            List<LadderStep> steps,
            boolean missed) {
        List<String> notices = notices(entry.startOn(), counted.date().due(), calendar);
        List<String> lines = new ArrayList<>();
        lines.add("依据：" + entry.clause() + "。");
        if (entry.period().isGiven()) {
            lines.add("案件自身定有时限，到期日 " + TraceLines.named(entry.originalDueOn()) + "。");
        } else {
            lines.add("自 " + start(entry) + "起，" + entry.period().text() + "。");
            lines.addAll(counted.date().explain());
            if (entry.period().hours() != null) {
                lines.add("到期时刻 " + TraceLines.moment(counted.at()) + "。");
            }
            if (entry.period().followsCalendar() && !notices.isEmpty()) {
                lines.add("放假安排：" + String.join("、", notices) + "。");
            }
        }
        changes.forEach(change -> lines.add(TraceLines.of(change)));
        if (!entry.currentDueOn().equals(entry.originalDueOn())) {
            lines.add("原到期日 " + entry.originalDueOn() + "，现到期日 " + TraceLines.named(entry.currentDueOn()) + "。");
        }
        return new DeadlineExplanation(
                entry,
                missed,
                counted.date().trace(),
                notices,
                List.copyOf(lines),
                List.copyOf(changes),
                List.copyOf(steps));
    }

    private static String start(LedgerEntry entry) {
        return entry.period().hours() == null
                ? TraceLines.named(entry.startOn())
                : TraceLines.moment(entry.startAt()) + " ";
    }

    private static List<String> notices(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return calendar.years().stream()
                .filter(year -> year.year() >= from.getYear() && year.year() <= to.getYear())
                .map(year -> year.year() + " 年 " + year.notice())
                .toList();
    }
}
