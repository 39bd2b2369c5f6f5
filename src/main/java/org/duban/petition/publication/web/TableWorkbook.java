package org.duban.petition.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.petition.publication.PublicTable;
import org.duban.petition.publication.TableLayout.Column;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * The official table as a spreadsheet that prints on A3: framed cells, the heading on every page, notes below. Every text is
 * written as text, so that one that looks like a formula is none. A last column only where there is something to remark.
 */
final class TableWorkbook {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FLUSH = 100;
    private static final int HEAD = 1;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final PublicTable table;
    private final List<Column> columns;
    private final boolean remarks;
    private int row = HEAD;

    private TableWorkbook(PublicTable table, OutputStream out) {
        this.table = table;
        this.columns = table.open().layout().columns();
        this.remarks = table.sections().stream()
                .anyMatch(section -> !section.first()
                        || section.lines().stream()
                                .anyMatch(line -> !line.traces().isEmpty()));
        workbook = new Workbook(out, "Duban", "1.0");
        sheet = workbook.newWorksheet("公示表");
    }

    static void send(PublicTable table, String name, HttpServletResponse response) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        new TableWorkbook(table, response.getOutputStream()).write();
    }

    private void write() throws IOException {
        page();
        head();
        for (PublicTable.Section section : table.sections()) {
            for (PublicTable.Line line : section.lines()) {
                add(section, line);
            }
        }
        table.footnotes().forEach(this::footnote);
        workbook.finish();
    }

    private void page() {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEAD);
        sheet.footer("第 &P 页，共 &N 页", Position.CENTER);
    }

    private int last() {
        return columns.size() + (remarks ? 1 : 0);
    }

    private void head() {
        sheet.value(0, 0, table.title() + "公示表");
        sheet.range(0, 0, 0, last()).merge();
        sheet.style(0, 0)
                .bold()
                .fontSize(14)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        sheet.rowHeight(0, 30);
        sheet.value(HEAD, 0, "序号");
        sheet.width(0, 6);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(HEAD, column + 1, columns.get(column).name());
            sheet.width(column + 1, columns.get(column).width());
        }
        if (remarks) {
            sheet.value(HEAD, columns.size() + 1, "备注");
            sheet.width(columns.size() + 1, 30);
        }
        sheet.range(HEAD, 0, HEAD, last())
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor("E8F0EC")
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.freezePane(0, HEAD + 1);
    }

    private void add(PublicTable.Section section, PublicTable.Line line) throws IOException {
        row++;
        sheet.value(row, 0, line.serial());
        cell(0, "center");
        for (int column = 0; column < columns.size(); column++) {
            text(column + 1, columns.get(column).of(line.row()));
            cell(column + 1, columns.get(column).narrow() ? "center" : "left");
        }
        List<String> remarks = new ArrayList<>();
        if (!section.first()) {
            remarks.add(section.title());
        }
        line.traces().forEach(trace -> remarks.add(trace.words()));
        if (this.remarks) {
            text(columns.size() + 1, String.join("\n", remarks));
            cell(columns.size() + 1, "left");
        }
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void text(int column, String value) {
        if (!value.isEmpty()) {
            sheet.inlineString(row, column, value);
        }
    }

    private void cell(int column, String align) {
        sheet.style(row, column)
                .wrapText(true)
                .horizontalAlignment(align)
                .verticalAlignment("top")
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    private void footnote(String words) {
        row++;
        sheet.inlineString(row, 0, words);
        sheet.range(row, 0, row, last()).merge();
        sheet.style(row, 0).horizontalAlignment("left").set();
    }
}
