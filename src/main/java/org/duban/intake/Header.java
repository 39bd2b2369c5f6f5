package org.duban.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.intake.sheet.Cell;
import org.duban.intake.sheet.SheetRow;

/**
 * The headings of a list: which column holds what, which are kept out, and the title above them.
 *
 * @param row number of the heading row
 * @param headings texts of all columns, as written
 * @param places zero-based place of each column found; several for the units, which some lists spread out
 * @param ignored headings nobody knows, or known ones that come twice
 * @param title the longest text above the headings, or empty
 */
record Header(int row, List<String> headings, Map<Column, List<Integer>> places, List<String> ignored, String title) {

    private static final int FEWEST = 3;

    /** Reads a row as headings, if it is one: it must name the problem and at least two columns more. */
    static Optional<Header> of(SheetRow row, String title) {
        List<String> headings = row.texts().stream().map(Text::clean).toList();
        Header header = of(row.number(), headings, title);
        boolean heading = header.places.size() >= FEWEST
                && (header.has(Column.DESCRIPTION) || header.has(Column.TITLE))
                && headings.stream().allMatch(text -> text.length() <= 40);
        return heading ? Optional.of(header) : Optional.empty();
    }

    private static Header of(int row, List<String> headings, String title) {
        Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < headings.size(); place++) {
            String heading = headings.get(place);
            Optional<Column> column = Column.of(heading);
            boolean first =
                    column.isPresent() && (!places.containsKey(column.get()) || column.get() == Column.RESPONSIBLE);
            if (first) {
                places.computeIfAbsent(column.get(), key -> new ArrayList<>()).add(place);
            }
            if (!heading.isBlank() && (!first || column.get().keptOut())) {
                ignored.add(heading.replaceAll("\\s+", ""));
            }
        }
        return new Header(row, headings, places, List.copyOf(ignored), title);
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The heading as the file writes it, for messages; the usual name when the file lacks it. */
    String nameOf(Column column) {
        return has(column) ? headings.get(places.get(column).get(0)).replaceAll("\\s+", "") : column.label();
    }

    Cell cell(SheetRow row, Column column) {
        return has(column) ? row.cell(places.get(column).get(0)) : Cell.of("");
    }

    List<Cell> cells(SheetRow row, Column column) {
        return places.getOrDefault(column, List.of()).stream().map(row::cell).toList();
    }

    /**
     * Headings in two storeys: the row below holds the lower ones, the upper ones reach down or across. Answers the
     * joined header, or empty when the row below is not part of it.
     */
    Optional<Header> withLowerStorey(SheetRow below) {
        boolean reachesDown = below.cells().stream().anyMatch(cell -> cell.continued() && !cell.isBlank());
        long lower = below.cells().stream()
                .filter(cell -> !cell.continued() && !cell.isBlank())
                .count();
        boolean brief = below.texts().stream().allMatch(text -> text.length() <= 40);
        if (!reachesDown || !brief || !continuesHeadings(below) || lower == 0) {
            return Optional.empty();
        }
        List<String> joined = new ArrayList<>();
        for (int place = 0; place < Math.max(headings.size(), below.cells().size()); place++) {
            String upper = place < headings.size() ? headings.get(place) : "";
            String own = Text.clean(below.cell(place).text());
            joined.add(
                    own.isEmpty()
                                    || Column.of(own).isEmpty()
                                            && Column.of(upper).isPresent()
                            ? upper
                            : own);
        }
        return Optional.of(of(below.number(), joined, title));
    }

    /** A merged heading reaching down repeats itself in the row below. */
    private boolean continuesHeadings(SheetRow below) {
        return has(Column.DESCRIPTION)
                ? cell(below, Column.DESCRIPTION).continued()
                : below.cells().stream().filter(Cell::continued).count() >= FEWEST;
    }

    /** Printed lists repeat their headings on every page. */
    boolean repeatedBy(SheetRow row) {
        long same = places.values().stream()
                .flatMap(List::stream)
                .filter(place -> Text.fold(row.cell(place).text()).equals(Text.fold(headings.get(place))))
                .count();
        return same >= FEWEST && same * 2 > places.size();
    }

    String listed() {
        return places.keySet().stream().map(this::nameOf).collect(Collectors.joining("、"));
    }
}
