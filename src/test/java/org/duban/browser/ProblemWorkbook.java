package org.duban.browser;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list of problems as an office sends it: a title, a heading, one problem a row. */
final class ProblemWorkbook {

    private static final List<String> HEADING = List.of(
            "序号", "问题来源", "行政区域", "具体问题", "问题类型", "点位地址", "牵头单位", "责任单位", "监管单位", "整改时限", "整改目标", "整改措施", "风险等级");

    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    ProblemWorkbook(String title) {
        this.title = title;
    }

    ProblemWorkbook row(String... cells) {
        if (cells.length != HEADING.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + HEADING.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    FilePayload named(String fileName) {
        return new FilePayload(fileName, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes());
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Excel", "16.0")) {
            Worksheet sheet = workbook.newWorksheet("清单");
            sheet.value(0, 0, title);
            write(sheet, 1, HEADING);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 2, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
