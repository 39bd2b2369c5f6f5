package org.duban.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.intake.sheet.Cell;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;

/** The list inside a file: the first sheet with headings that make sense, and its rows without what is only layout. */
final class ProblemList {

    private static final int HEAD_ROWS = 40;
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:合计|总计|小计|共计|注:|备注:|说明:|填表|制表|填报|审核|联系人|单位负责人|附注).*", Pattern.DOTALL);
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z.\\-]+|[一二三四五六七八九十百]{1,4}");

    private final TableFile file;
    private final int sheet;
    private final Header header;

    private ProblemList(TableFile file, int sheet, Header header) {
        this.file = file;
        this.sheet = sheet;
        this.header = header;
    }

    /** @throws UnreadableFile when no sheet has the headings of a problem list */
    static ProblemList in(TableFile file) {
        List<String> firstRow = new ArrayList<>();
        for (int sheet = 0; sheet < file.sheets().size(); sheet++) {
            Optional<Header> header = header(file, sheet, firstRow);
            if (header.isPresent()) {
                return new ProblemList(file, sheet, checked(header.get()));
            }
        }
        String seen = firstRow.isEmpty() ? "文件里没有内容。" : "文件开头是“" + Text.shorten(String.join("|", firstRow), 80) + "”。";
        throw new UnreadableFile("没有找到表头行：表头至少要有“序号”“具体问题”和另外一列（如“责任单位”“整改时限”）。" + seen + "请检查后再上传。");
    }

    private static Header checked(Header header) {
        if (!header.has(Column.SERIAL)) {
            throw new UnreadableFile("表头（第 " + header.row() + " 行）缺少“序号”列，无法辨认每个问题。请增加“序号”列并逐行编号后再上传。");
        }
        return header;
    }

    private static Optional<Header> header(TableFile file, int sheet, List<String> firstRow) {
        Header[] found = new Header[1];
        String[] title = {""};
        file.read(sheet, row -> {
            if (found[0] != null) {
                found[0] = found[0].withLowerStorey(row).orElse(found[0]);
                return false;
            }
            found[0] = Header.of(row, title[0]).orElse(null);
            if (found[0] == null && !row.isBlank()) {
                row.texts().stream()
                        .map(Text::clean)
                        .filter(text -> text.length() > title[0].length() && text.length() <= 100)
                        .forEach(text -> title[0] = text.replaceAll("\\s+", ""));
                if (firstRow.isEmpty()) {
                    row.texts().stream()
                            .filter(text -> !text.isBlank())
                            .distinct()
                            .forEach(firstRow::add);
                }
            }
            return row.number() < HEAD_ROWS;
        });
        return Optional.ofNullable(found[0]);
    }

    Header header() {
        return header;
    }

    String sheetName() {
        return file.sheets().get(sheet);
    }

    List<String> otherSheets() {
        List<String> others = new ArrayList<>(file.sheets());
        others.remove(sheet);
        return List.copyOf(others);
    }

    /** Streams the rows that hold problems; {@code skipped} hears of rows left out that were not just blank. */
    void rows(Predicate<SheetRow> visitor, Consumer<String> skipped) {
        SheetRow[] pending = new SheetRow[1];
        boolean[] goOn = {true};
        file.read(sheet, row -> {
            if (row.number() <= header.row() || row.isBlank() || header.repeatedBy(row) || numbersOnly(row)) {
                return true;
            }
            if (pending[0] != null && continues(row)) {
                pending[0] = joined(pending[0], row);
                skipped.accept("第 " + row.number() + " 行与第 " + pending[0].number() + " 行共用一个序号，已并为一个问题。");
                return true;
            }
            if (isLayout(row)) {
                skipped.accept("第 " + row.number() + " 行“" + Text.shorten(onlyText(row), 30) + "”像是分组标题、合计或说明，已跳过。");
                return true;
            }
            SheetRow ready = pending[0];
            pending[0] = row;
            goOn[0] = ready == null || visitor.test(ready);
            return goOn[0];
        });
        if (goOn[0] && pending[0] != null) {
            visitor.test(pending[0]);
        }
    }

    /** The serial reaches down from the row above: one problem written over several rows. */
    private boolean continues(SheetRow row) {
        Cell serial = header.cell(row, Column.SERIAL);
        return serial.continued() && !serial.isBlank();
    }

    private static SheetRow joined(SheetRow first, SheetRow more) {
        List<Cell> cells = new ArrayList<>();
        for (int place = 0; place < Math.max(first.cells().size(), more.cells().size()); place++) {
            Cell above = first.cell(place);
            Cell below = more.cell(place);
            boolean adds =
                    !below.continued() && !below.isBlank() && !below.text().equals(above.text());
            cells.add(!adds ? above : above.isBlank() ? below : Cell.of(above.text() + "\n" + below.text()));
        }
        return new SheetRow(first.number(), cells);
    }

    /** A group's title across the sheet, a sum, a footnote: one text only, and not a serial that lacks its problem. */
    private boolean isLayout(SheetRow row) {
        Set<String> texts = row.cells().stream()
                .filter(cell -> !cell.isBlank() && !cell.continued())
                .map(cell -> Text.halfWidth(Text.clean(cell.text())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (texts.isEmpty()) {
            return true;
        }
        String first = texts.iterator().next();
        if (FOOTNOTE.matcher(first).matches()
                && header.cell(row, Column.DESCRIPTION).isBlank()) {
            return true;
        }
        boolean across = row.cells().stream().anyMatch(Cell::spread);
        boolean describes = !across && !header.cell(row, Column.DESCRIPTION).isBlank();
        return texts.size() == 1 && !describes && !SERIAL.matcher(first).matches();
    }

    private static String onlyText(SheetRow row) {
        return row.texts().stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Text::clean)
                .orElse("");
    }

    /** Some tables number their columns below the headings: 1 2 3 4 … */
    private static boolean numbersOnly(SheetRow row) {
        List<String> texts = row.texts().stream().map(Text::key).toList();
        if (texts.size() < 3) {
            return false;
        }
        for (int place = 0; place < texts.size(); place++) {
            if (!texts.get(place).equals(String.valueOf(place + 1))) {
                return false;
            }
        }
        return true;
    }
}
