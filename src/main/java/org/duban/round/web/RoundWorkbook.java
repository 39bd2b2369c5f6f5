package org.duban.round.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.round.Round;
import org.duban.round.RoundItem;

/** A round in the columns offices hand upward, written row by row. */
final class RoundWorkbook implements AutoCloseable {

    private static final int FLUSH = 500;
    private static final int HEAD = 1;

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 6),
            new Column("填报单位", 18),
            new Column("案号", 16),
            new Column("问题", 50),
            new Column("问题来源", 22),
            new Column("整改时限", 18),
            new Column("到期日", 12),
            new Column("序时进度（%）", 10),
            new Column("实际进度（%）", 10),
            new Column("进展状态", 14),
            new Column("本月整改进展", 60),
            new Column("存在问题及需协调事项", 40),
            new Column("与上月相同", 10),
            new Column("进展填写月份", 12),
            new Column("连续两轮未达序时进度", 12));

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row = HEAD;

    private record Column(String label, int width) {}

    RoundWorkbook(OutputStream out, Round round) {
        workbook = new Workbook(out, "Duban", "1.0");
        sheet = workbook.newWorksheet(round.title());
        sheet.value(0, 0, round.title() + "表" + (round.frozen() ? "" : "（填报中，尚未冻结）"));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.freezePane(0, HEAD + 1);
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(HEAD, column, COLUMNS.get(column).label());
            sheet.width(column, COLUMNS.get(column).width());
            sheet.style(HEAD, column).bold().wrapText(true).set();
        }
    }

    void add(String unit, RoundItem item, boolean behindTwice) {
        row++;
        RoundItem.Said said = item.said();
        sheet.value(row, 0, row - HEAD);
        text(1, unit);
        text(2, item.problem().value());
        text(3, item.title());
        text(4, item.source());
        text(5, item.deadline());
        date(6, item.dueOn());
        number(7, item.planned());
        if (said == null) {
            text(9, item.frozen() ? "未报" : "待报");
        } else {
            number(8, said.actual());
            text(9, said.status().label());
            text(10, said.text());
            text(11, said.issue());
            text(12, said.unchanged() ? "是" : "否");
            text(13, Round.monthWords(said.textOf()));
        }
        text(14, behindTwice ? "是" : null);
        sheet.style(row, 3).wrapText(true).set();
        sheet.style(row, 10).wrapText(true).set();
        sheet.style(row, 11).wrapText(true).set();
        if (row % FLUSH == 0) {
            flush();
        }
    }

    private void text(int column, String value) {
        if (value != null && !value.isEmpty()) {
            sheet.inlineString(row, column, value);
        }
    }

    private void number(int column, Integer value) {
        if (value != null) {
            sheet.value(row, column, value);
        }
    }

    private void date(int column, LocalDate value) {
        if (value != null) {
            sheet.value(row, column, value);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
