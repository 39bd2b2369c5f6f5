package org.duban.desk;

import java.time.LocalDate;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Precision;

/** A time limit as the list wrote it or, when it wrote none, in the office's words. */
final class LimitWords {

    private LimitWords() {}

    static String of(CaseRow row) {
        if (row.deadlineText() != null && !row.deadlineText().isBlank()) {
            return row.deadlineText();
        }
        if (row.deadlineKind() == null) {
            return null;
        }
        String words =
                switch (row.deadlineKind()) {
                    case DATE, PRECISION -> row.dueOn() == null ? "未定" : until(row.dueOn(), row.duePrecision());
                    case IMMEDIATE -> "立行立改";
                    case STANDING -> "长期坚持";
                };
        return row.alsoStanding() && row.deadlineKind() != DeadlineKind.STANDING ? words + "、长期坚持" : words;
    }

    private static String until(LocalDate due, Precision precision) {
        if (precision == null) {
            return due + "前";
        }
        return switch (precision) {
            case DAY -> due + "前";
            case MONTH -> due.getYear() + "年" + due.getMonthValue() + "月底前";
            case QUARTER -> due.getYear() + "年第" + (due.getMonthValue() + 2) / 3 + "季度末前";
            case YEAR -> due.getYear() + "年底前";
        };
    }
}
