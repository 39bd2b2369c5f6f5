package org.duban.intake.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Merged ranges of a sheet, applied while its rows stream by from top to bottom. */
final class Merges {

    /** Zero-based corners, all inclusive. */
    record Range(int top, int left, int bottom, int right) {}

    private static final class Open {
        private final Range range;
        private Cell value = Cell.EMPTY;

        private Open(Range range) {
            this.range = range;
        }
    }

    private static final int WIDEST = 256;

    private final List<Range> ranges;
    private final List<Open> open = new ArrayList<>();
    private int next;

    Merges(List<Range> ranges) {
        this.ranges = ranges.stream()
                .sorted(Comparator.comparingInt(Range::top).thenComparingInt(Range::left))
                .toList();
    }

    /** The row's cells with every merged range showing its top left value. {@code row} is zero-based and grows. */
    List<Cell> fill(int row, List<Cell> cells) {
        close(row);
        while (next < ranges.size() && ranges.get(next).top() <= row) {
            Range range = ranges.get(next++);
            if (range.bottom() >= row) {
                open.add(new Open(range));
            }
        }
        if (open.isEmpty()) {
            return cells;
        }
        List<Cell> filled = new ArrayList<>(cells);
        for (Open merge : open) {
            fill(row, merge, filled);
        }
        return filled;
    }

    private void fill(int row, Open merge, List<Cell> cells) {
        Range range = merge.range;
        if (row == range.top() && range.left() < cells.size()) {
            merge.value = cells.get(range.left());
        }
        if (merge.value.isBlank()) {
            return;
        }
        int right = Math.min(range.right(), WIDEST);
        for (int column = range.left(); column <= right; column++) {
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            boolean below = row > range.top();
            boolean beside = column > range.left();
            if (below || beside) {
                cells.set(column, merge.value.repeated(below, beside));
            }
        }
    }

    private void close(int row) {
        for (Iterator<Open> all = open.iterator(); all.hasNext(); ) {
            if (all.next().range.bottom() < row) {
                all.remove();
            }
        }
    }
}
