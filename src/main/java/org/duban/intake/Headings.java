package org.duban.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.duban.intake.sheet.Cell;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.TableFile;

/**
 * The heading row of a table whose columns are known by name, never by place.
 *
 * @param sheet the sheet it stands in
 * @param row its number
 * @param title the longest text above it, or empty
 */
record Headings<C>(
        TableFile file,
        int sheet,
        int row,
        List<String> texts,
        Map<C, Integer> places,
        List<String> ignored,
        String title) {

    private static final int HEAD_ROWS = 40;
    private static final int LONGEST = 40;

    /** The first row of the first sheet with columns enough; empty when no sheet has such a row. */
    static <C> Optional<Headings<C>> in(
            TableFile file, Function<String, Optional<C>> columns, Predicate<Map<C, Integer>> enough) {
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            Optional<Headings<C>> found = in(file, sheet, columns, enough);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static <C> Optional<Headings<C>> in(
            TableFile file, int sheet, Function<String, Optional<C>> columns, Predicate<Map<C, Integer>> enough) {
        List<Headings<C>> found = new ArrayList<>();
        String[] title = {""};
        file.read(sheet, row -> {
            Headings<C> headings = of(file, sheet, row, columns, title[0]);
            boolean brief = headings.texts.stream().allMatch(text -> text.length() <= LONGEST);
            if (brief && enough.test(headings.places)) {
                found.add(headings);
                return false;
            }
            row.texts().stream()
                    .map(Text::clean)
                    .filter(text -> text.length() > title[0].length() && text.length() <= 100)
                    .forEach(text -> title[0] = text.replaceAll("\\s+", ""));
            return row.number() < HEAD_ROWS;
        });
        return found.stream().findFirst();
    }

    private static <C> Headings<C> of(
            TableFile file, int sheet, SheetRow row, Function<String, Optional<C>> columns, String title) {
        List<String> texts = row.texts().stream().map(Text::clean).toList();
        Map<C, Integer> places = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < texts.size(); place++) {
            Optional<C> column = columns.apply(texts.get(place));
            if (column.isPresent() && !places.containsKey(column.get())) {
                places.put(column.get(), place);
            } else if (!texts.get(place).isBlank()) {
                ignored.add(texts.get(place).replaceAll("\\s+", ""));
            }
        }
        return new Headings<>(file, sheet, row.number(), texts, places, List.copyOf(ignored), title);
    }

    boolean has(C column) {
        return places.containsKey(column);
    }

    Cell cell(SheetRow row, C column) {
        return has(column) ? row.cell(places.get(column)) : Cell.of("");
    }

    String text(SheetRow row, C column) {
        return cell(row, column).text();
    }

    /** The heading as the file writes it, for messages; {@code usual} when the file lacks it. */
    String nameOf(C column, String usual) {
        return has(column) ? texts.get(places.get(column)).replaceAll("\\s+", "") : usual;
    }

    /** What the run keeps of the layout. */
    ImportRun.Layout layout(List<String> notes) {
        List<String> others = new ArrayList<>(file.sheets());
        String name = others.remove(sheet);
        return new ImportRun.Layout(name, texts, List.copyOf(others), ignored, notes);
    }
}
