package org.duban.problem;

import java.time.LocalDate;
import java.time.YearMonth;

/** How exactly a time limit was written; the limit itself is always the last day of the period. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    /** Last day of the period {@code day} lies in. */
    public LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case QUARTER ->
                YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 3)
                        .atEndOfMonth();
            case YEAR -> LocalDate.of(day.getYear(), 12, 31);
        };
    }
}
