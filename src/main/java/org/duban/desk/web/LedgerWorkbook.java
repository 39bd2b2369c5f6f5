package org.duban.desk.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.duban.desk.CaseItem;
import org.duban.desk.CaseRow;
import org.duban.desk.Ledger;
import org.duban.desk.LedgerLine;
import org.duban.kernel.Zones;

/** The ledger in the columns offices publish, written row by row. */
final class LedgerWorkbook implements AutoCloseable {

    private static final int FLUSH = 500;
    private static final List<Head> HEADS = List.of(
            new Head("序号", 6),
            new Head("案号", 16),
            new Head("问题来源", 22),
            new Head("行政区域", 12),
            new Head("清单序号", 10),
            new Head("具体问题", 60),
            new Head("问题类型", 14),
            new Head("点位地址", 24),
            new Head("牵头单位", 14),
            new Head("责任单位", 20),
            new Head("验收(监管)单位", 18),
            new Head("整改时限", 18),
            new Head("到期日", 12),
            new Head("剩余", 18),
            new Head("整改目标", 40),
            new Head("整改措施", 50),
            new Head("状态", 12),
            new Head("登记日期", 12),
            new Head("整改完成日期", 12),
            new Head("销号日期", 12));

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    private record Head(String label, int width) {}

    LedgerWorkbook(OutputStream out) {
        workbook = new Workbook(out, "Duban", "1.0");
        sheet = workbook.newWorksheet("问题台账");
        sheet.freezePane(0, 1);
        for (int column = 0; column < HEADS.size(); column++) {
            sheet.value(0, column, HEADS.get(column).label());
            sheet.width(column, HEADS.get(column).width());
            sheet.style(0, column).bold().wrapText(true).set();
        }
    }

    void add(LedgerLine line) {
        row++;
        CaseItem item = line.item();
        CaseRow facts = item.row();
        int column = 0;
        sheet.value(row, column++, row);
        text(column++, item.no());
        text(column++, item.source());
        text(column++, facts.listRegion());
        text(column++, facts.listSerial());
        text(column++, line.description());
        text(column++, String.join("、", line.pollutionTypes()));
        text(column++, line.site());
        text(column++, name(item.leadUnit()));
        text(
                column++,
                item.responsibleUnits().stream().map(CaseItem.UnitName::name).collect(Collectors.joining("、")));
        text(column++, name(item.supervisingUnit()));
        text(column++, item.deadlineText());
        date(column++, item.dueOn());
        text(column++, item.timeLeft());
        text(column++, line.goal());
        text(column++, line.measures());
        text(column++, item.state().label());
        date(column++, day(facts.registeredAt()));
        date(column++, day(facts.rectifiedAt()));
        date(column, day(facts.struckOffAt()));
        if (row % FLUSH == 0) {
            flush();
        }
    }

    /** How many cases were written. */
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

    private static String name(CaseItem.UnitName unit) {
        return unit == null ? null : unit.name();
    }

    private static LocalDate day(Instant at) {
        return at == null ? null : at.atZone(Zones.CITY).toLocalDate();
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
        if (row == Ledger.MAX_LINES) {
            row++;
            text(1, "只导出前 " + Ledger.MAX_LINES + " 件，请缩小筛选范围后再导出其余各件。");
        }
        workbook.finish();
    }
}
