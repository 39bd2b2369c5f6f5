package org.duban.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a deadline is on its day, for a screen or the API.
 *
 * @param missed whether it passed unfulfilled, as of the moment of asking
 * @param lines the count in Chinese, to be read from top to bottom
 */
public record DeadlineExplanation(
        LedgerEntry entry, boolean missed, List<DayTrace> trace, List<String> notices, List<String> lines) {

    static DeadlineExplanation of(LedgerEntry entry, DueDate counted, WorkingCalendar calendar, boolean missed) {
        List<String> notices = notices(entry.startOn(), counted.due(), calendar);
        List<String> lines = new ArrayList<>();
        lines.add("依据：" + entry.clause() + "。");
        if (entry.period().isGiven()) {
            lines.add("案件自身定有时限，到期日 " + TraceLines.named(entry.originalDueOn()) + "。");
        } else {
            lines.add("自 " + TraceLines.named(entry.startOn()) + "起，"
                    + entry.period().text() + "。");
            lines.addAll(counted.explain());
            if (entry.period().unit() == CountingUnit.WORKING && !notices.isEmpty()) {
                lines.add("放假安排：" + String.join("、", notices) + "。");
            }
        }
        if (!entry.currentDueOn().equals(entry.originalDueOn())) {
            lines.add("原到期日 " + entry.originalDueOn() + "，现到期日 " + TraceLines.named(entry.currentDueOn()) + "。");
        }
        return new DeadlineExplanation(entry, missed, counted.trace(), notices, List.copyOf(lines));
    }

    private static List<String> notices(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return calendar.years().stream()
                .filter(year -> year.year() >= from.getYear() && year.year() <= to.getYear())
                .map(year -> year.year() + " 年 " + year.notice())
                .toList();
    }
}
