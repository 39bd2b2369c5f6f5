package org.duban.audit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A plain table as a spreadsheet, written row by row. */
final class TableWorkbook implements AutoCloseable {

    private static final int FLUSH = 500;
    private static final int WIDTH = 20;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    TableWorkbook(OutputStream out, String title, List<String> heads) {
        workbook = new Workbook(out, "Duban", "1.0");
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.width(column, WIDTH);
            sheet.style(0, column).bold().set();
        }
    }

    void add(List<String> cells) {
        row++;
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (text != null && !text.isEmpty()) {
                sheet.inlineString(row, column, text);
            }
        }
        if (row % FLUSH == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
