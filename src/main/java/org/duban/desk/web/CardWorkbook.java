package org.duban.desk.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.desk.card.CardList;
import org.duban.desk.card.CardListRow;

/** The list of cards as a spreadsheet, written row by row. */
final class CardWorkbook implements AutoCloseable {

    private static final int FLUSH = 500;
    private static final List<Head> HEADS = List.of(
            new Head("序号", 6),
            new Head("警示编号", 16),
            new Head("文号", 26),
            new Head("牌级", 16),
            new Head("单位", 14),
            new Head("情形", 14),
            new Head("案号", 16),
            new Head("问题", 50),
            new Head("状态", 14),
            new Head("签发日期", 12),
            new Head("书面反馈期限", 14),
            new Head("摘牌或撤销日期", 14),
            new Head("持牌天数", 10),
            new Head("扣分", 8));

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    private record Head(String label, int width) {}

    CardWorkbook(OutputStream out) {
        workbook = new Workbook(out, "Duban", "1.0");
        sheet = workbook.newWorksheet("警示牌");
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEADS.size(); column++) {
            sheet.value(0, column, HEADS.get(column).label());
            sheet.width(column, HEADS.get(column).width());
            sheet.style(0, column).bold().wrapText(true).set();
        }
    }

    void add(CardList.Line line) {
        row++;
        CardListRow card = line.row();
        int column = 0;
        sheet.value(row, column++, row);
        text(column++, card.no());
        text(column++, card.papers());
        text(column++, line.colour());
        text(column++, line.unit());
        text(column++, card.cause().label());
        text(column++, card.subject());
        text(column++, card.title());
        text(column++, card.state().label());
        date(column++, line.issuedOn());
        date(column++, card.replyDueOn());
        date(column++, line.closedOn());
        sheet.value(row, column++, line.days());
        if (card.points() != null) {
            sheet.value(row, column, card.points());
        }
        if (row % FLUSH == 0) {
            flush();
        }
    }

    /** How many cards were written. */
    int lines() {
        return row;
    }

    private void text(int column, String value) {
        if (value != null && !value.isEmpty()) {
            sheet.inlineString(row, column, value);
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
        if (row == CardList.MAX_LINES) {
            row++;
            text(1, "只导出前 " + CardList.MAX_LINES + " 张，请缩小筛选范围后再导出其余各张。");
        }
        workbook.finish();
    }
}
