package org.duban.intake;

/**
 * Why a row was refused: the row's number in the sheet, the heading of the column as written (or null), the value found,
 * what is wrong and what to do.
 */
public record RowError(int row, String column, String value, String message, String remedy) {}
