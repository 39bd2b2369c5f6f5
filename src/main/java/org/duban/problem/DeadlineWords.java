package org.duban.problem;

import java.time.LocalDate;

/** A time limit in the office's words, without its written text: 2026-06-30前, 2026年6月底前, 立行立改. */
public final class DeadlineWords {

    private DeadlineWords() {}

    public static String of(Deadline deadline) {
        String words =
                switch (deadline.kind()) {
                    case DATE -> deadline.dueOn() == null ? "未定" : deadline.dueOn() + "前";
                    case PRECISION -> deadline.dueOn() == null ? "未定" : period(deadline);
                    case IMMEDIATE -> "立行立改";
                    case STANDING -> "长期坚持";
                };
        return deadline.alsoStanding() && deadline.kind() != DeadlineKind.STANDING ? words + "、长期坚持" : words;
    }

    private static String period(Deadline deadline) {
        Precision precision = deadline.precision() == null ? Precision.MONTH : deadline.precision();
        LocalDate due = precision.lastDay(deadline.dueOn());
        return switch (precision) {
            case DAY -> due + "前";
            case MONTH -> due.getYear() + "年" + due.getMonthValue() + "月底前";
            case QUARTER -> due.getYear() + "年第" + (due.getMonthValue() / 3) + "季度末前";
            case YEAR -> due.getYear() + "年底前";
        };
    }
}
