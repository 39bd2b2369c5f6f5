package org.duban.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.intake.sheet.SheetRow;
import org.duban.petition.Batch;
import org.duban.petition.BatchService.Paper;
import org.duban.petition.Ordinals;

/** Reads a list of batches with their totals: 件数, 来电, 来信, 分地区 “福安4.5;屏南1”, 分类型 “水3;大气5”. */
final class BatchRows {

    /** A batch's totals, or errors; without either the row is no single batch. */
    record Result(Paper paper, List<RowError> errors, List<String> notes) {}

    static final String CLOSED = "这一批已经封批，与已记入的件数不一致";
    static final String REOPEN = "请核对来文；确需更正的，先在批次页面写明理由重新打开，再上传。";

    private static final Pattern PART = Pattern.compile("([^\\d.;,、]+?)\\s*(\\d+(?:\\.\\d+)?)\\s*件?");

    private final Headings<BatchColumn> headings;
    private final UnitPhrases units;
    private final String usualSource;
    private final LocalDate today;

    BatchRows(Headings<BatchColumn> headings, UnitPhrases units, String usualSource, LocalDate today) {
        this.headings = headings;
        this.units = units;
        this.usualSource = usualSource;
        this.today = today;
    }

    Result read(SheetRow row) {
        List<RowError> errors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String written = Text.clean(headings.text(row, BatchColumn.BATCH));
        Optional<Integer> ordinal = Ordinals.read(written);
        if (ordinal.isEmpty()) {
            notes.add("第 " + row.number() + " 行“" + Text.shorten(written, 20) + "”不是某一批，已跳过。");
            return new Result(null, List.of(), notes);
        }
        String inspection = Text.key(headings.text(row, BatchColumn.INSPECTION));
        inspection = inspection.isEmpty() && usualSource != null ? Text.key(usualSource) : inspection;
        if (inspection.isEmpty()) {
            errors.add(error(row, BatchColumn.INSPECTION, "没有写明是哪次督察", "请填写督察名称，或在导入时填写来源。"));
        }
        String receiver = Text.key(headings.text(row, BatchColumn.RECEIVER));
        Integer letters = number(row, BatchColumn.LETTERS, errors);
        Batch.Stated stated = new Batch.Stated(
                letters,
                number(row, BatchColumn.CALLS, errors),
                number(row, BatchColumn.MAILS, errors),
                number(row, BatchColumn.STARRED, errors),
                parts(row, BatchColumn.DISTRICTS, notes),
                parts(row, BatchColumn.TYPES, notes));
        Batch.Key key = new Batch.Key(inspection, units.inThisCity(receiver) ? "" : receiver, ordinal.get());
        Paper paper = new Paper(key, null, null, handed(row, errors), stated);
        differences(row, stated, notes);
        return errors.isEmpty() ? new Result(paper, errors, notes) : new Result(null, errors, List.of());
    }

    private LocalDate handed(SheetRow row, List<RowError> errors) {
        if (headings.cell(row, BatchColumn.HANDED).date() != null) {
            return headings.cell(row, BatchColumn.HANDED).date();
        }
        try {
            return LetterDates.read(headings.text(row, BatchColumn.HANDED), today)
                    .orElse(null);
        } catch (DateTimeException e) {
            errors.add(error(row, BatchColumn.HANDED, "日期不存在或写法不清", "请写成“2026年5月9日”。"));
            return null;
        }
    }

    private Integer number(SheetRow row, BatchColumn column, List<RowError> errors) {
        String written =
                Text.withoutBrackets(Text.key(headings.text(row, column))).replaceAll("件$", "");
        if (written.isEmpty() || written.matches("[-—/]+")) {
            return null;
        }
        if (!written.matches("\\d{1,6}")) {
            errors.add(error(row, column, "“" + Text.shorten(written, 20) + "”不是件数", "请填整数，没有的留空。"));
            return null;
        }
        return Integer.valueOf(written);
    }

    /** Parts as “name number”; a text without numbers is left out with a note. */
    private Map<String, BigDecimal> parts(SheetRow row, BatchColumn column, List<String> notes) {
        String written = Text.clean(headings.text(row, column));
        String plain = Text.withoutBrackets(Text.halfWidth(written));
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        Matcher part = PART.matcher(plain);
        while (part.find()) {
            String name = column == BatchColumn.TYPES
                    ? String.join("、", PollutionTypes.read(part.group(1)))
                    : Text.key(part.group(1));
            parts.merge(name, new BigDecimal(part.group(2)), BigDecimal::add);
        }
        if (parts.isEmpty() && !written.isEmpty()) {
            notes.add("第 " + row.number() + " 行“" + headings.nameOf(column, column.label()) + "”没有写明件数，未记入。");
        }
        return parts;
    }

    private void differences(SheetRow row, Batch.Stated stated, List<String> notes) {
        stated.differences().forEach(one -> notes.add("第 " + row.number() + " 行：" + one + "，请核对来文；不一致时不能封批。"));
    }

    /** The row is about a batch that is done with. */
    RowError closed(SheetRow row) {
        return error(row, BatchColumn.BATCH, CLOSED, REOPEN);
    }

    private RowError error(SheetRow row, BatchColumn column, String fault, String remedy) {
        return new RowError(
                row.number(),
                headings.nameOf(column, column.label()),
                Text.shorten(headings.text(row, column), 200),
                fault,
                remedy);
    }
}
