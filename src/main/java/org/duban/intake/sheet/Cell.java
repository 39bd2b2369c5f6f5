package org.duban.intake.sheet;

import java.time.LocalDate;

/**
 * One cell as a clerk sees it. {@code date} is set when the cell holds a real spreadsheet date; {@code fault} is set,
 * in Chinese, when the cell shows an error or a formula without a stored result; {@code continued} marks the lower cells
 * of a vertical merge, {@code spread} the right-hand cells of a horizontal one.
 */
public record Cell(String text, LocalDate date, String fault, boolean continued, boolean spread) {

    static final Cell EMPTY = new Cell("", null, null, false, false);

    public static Cell of(String text) {
        return text == null || text.isEmpty() ? EMPTY : new Cell(text, null, null, false, false);
    }

    static Cell of(LocalDate date) {
        return new Cell(date.toString(), date, null, false, false);
    }

    static Cell faulty(String text, String fault) {
        return new Cell(text, null, fault, false, false);
    }

    Cell repeated(boolean below, boolean beside) {
        return new Cell(text, date, fault, below, beside);
    }

    public boolean isBlank() {
        return fault == null && text.isBlank();
    }
}
