package org.duban.intake.sheet;

import java.util.List;

/** A row with the number the clerk sees beside it when the file is opened in a spreadsheet program. */
public record SheetRow(int number, List<Cell> cells) {

    public Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }

    public List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }
}
