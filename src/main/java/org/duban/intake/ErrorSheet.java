package org.duban.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.intake.ImportRuns.StoredError;

/**
 * The refused rows with what is wrong and what to do. The original columns keep their headings, so that the corrected
 * sheet can be uploaded as it is.
 */
final class ErrorSheet {

    private static final List<String> EXTRA = List.of("原行号", "出错的列", "出错的内容", "错误说明", "处理办法");
    private static final int FLUSH_EVERY = 500;

    private final ImportRun run;

    private Worksheet sheet;
    private int row;
    private List<StoredError> group = new ArrayList<>();

    ErrorSheet(ImportRun run) {
        this.run = run;
    }

    void write(OutputStream out, Consumer<Consumer<StoredError>> errors) {
        try (Workbook workbook = new Workbook(out, "Duban", "1.0")) {
            sheet = workbook.newWorksheet("退回的行");
            headings();
            errors.accept(this::take);
            writeGroup();
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void headings() {
        int column = 0;
        for (String heading : all()) {
            sheet.value(0, column, heading);
            sheet.width(column, column >= run.layout().headings().size() ? 28 : 16);
            column++;
        }
        sheet.range(0, 0, 0, Math.max(0, column - 1))
                .style()
                .bold()
                .wrapText(true)
                .set();
        sheet.freezePane(0, 1);
        row = 1;
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(run.layout().headings());
        all.addAll(EXTRA);
        return all;
    }

    private void take(StoredError error) {
        if (!group.isEmpty() && group.get(0).error().row() != error.error().row()) {
            writeGroup();
        }
        group.add(error);
    }

    /** One line per refused row; several errors of a row stand below each other in its cells. */
    private void writeGroup() {
        if (group.isEmpty()) {
            return;
        }
        int columns = run.layout().headings().size();
        List<String> cells = group.stream()
                .map(StoredError::cells)
                .filter(found -> found != null)
                .findFirst()
                .orElse(List.of());
        for (int column = 0; column < Math.min(columns, cells.size()); column++) {
            text(column, cells.get(column));
        }
        sheet.value(row, columns, group.get(0).error().row());
        text(columns + 1, joined(error -> error.column()));
        text(columns + 2, joined(error -> error.value()));
        text(columns + 3, joined(error -> error.message()));
        text(columns + 4, joined(error -> error.remedy()));
        row++;
        group = new ArrayList<>();
        if (row % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private String joined(Function<RowError, String> part) {
        return String.join(
                "\n",
                group.stream()
                        .map(StoredError::error)
                        .map(part)
                        .map(text -> text == null ? "" : text)
                        .toList());
    }

    /** Text stays text: a cell that begins with = is not run as a formula by the reader's spreadsheet program. */
    private void text(int column, String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
