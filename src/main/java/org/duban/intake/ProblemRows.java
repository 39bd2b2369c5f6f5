package org.duban.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.intake.sheet.Cell;
import org.duban.intake.sheet.SheetRow;
import org.duban.kernel.UnitCode;
import org.duban.problem.Deadline;
import org.duban.problem.NewProblem;
import org.duban.problem.Risk;

/** Reads the rows of one list below its header. */
final class ProblemRows {

    /** What a row became: a problem, or its errors; notes are remarks on what was taken all the same. */
    record Result(ListRow listed, List<RowError> errors, List<String> notes) {

        boolean refused() {
            return !errors.isEmpty();
        }
    }

    private static final int TITLE_LENGTH = 40;

    private final Header header;
    private final UnitPhrases units;
    private final String usualSource;
    private final LocalDate registeredOn;

    /** @param usualSource source of rows that name none, or null */
    ProblemRows(Header header, UnitPhrases units, String usualSource, LocalDate registeredOn) {
        this.header = header;
        this.units = units;
        this.usualSource = usualSource == null || usualSource.isBlank() ? null : Text.key(usualSource);
        this.registeredOn = registeredOn;
    }

    Result read(SheetRow row) {
        return new One(row).read();
    }

    /** One row being read. */
    private final class One {
        private final SheetRow row;
        private final List<RowError> errors = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private One(SheetRow row) {
            this.row = row;
        }

        private Result read() {
            for (Column column : header.places().keySet()) {
                header.cells(row, column).stream()
                        .filter(cell -> cell.fault() != null)
                        .forEach(cell -> refuse(column, cell.fault(), "请改正公式，或复制该列后用“选择性粘贴—数值”粘贴回原处，保存后再导入。"));
            }
            if (!errors.isEmpty()) {
                return new Result(null, errors, notes);
            }
            String serial = required(Column.SERIAL, Text.key(text(Column.SERIAL)));
            if (header.cell(row, Column.SERIAL).date() != null) {
                refuse(Column.SERIAL, "序号被表格软件当成了日期", "请把该列单元格格式设为“文本”，重新填写序号。");
            }
            String source = Text.key(text(Column.SOURCE));
            source = source.isEmpty() && usualSource != null ? usualSource : required(Column.SOURCE, source);
            String region = region();
            if (refusedFor(Column.REGION)) {
                // Units of another city are unknown as a matter of course; one reason is enough.
                return new Result(null, errors, List.of());
            }
            String title = Text.clean(text(Column.TITLE));
            String description = Text.clean(text(Column.DESCRIPTION));
            description = description.isEmpty() ? title : description;
            required(Column.DESCRIPTION, description);
            List<String> pollution = PollutionTypes.read(text(Column.POLLUTION));
            List<UnitCode> leads = unitsIn(Column.LEAD);
            List<UnitCode> supervising = unitsIn(Column.SUPERVISING);
            List<UnitCode> responsible = responsible(leads);
            Deadline deadline = deadline();
            Risk risk = risk();
            NewProblem problem = new NewProblem(
                    source,
                    region,
                    serial,
                    header.title().isEmpty() ? null : header.title(),
                    title.isEmpty() ? titleOf(description) : Text.shorten(title, TITLE_LENGTH * 2),
                    description,
                    pollution,
                    orNull(Text.clean(text(Column.SITE))),
                    risk,
                    leads.isEmpty() ? null : leads.get(0),
                    responsible,
                    supervising.isEmpty() ? null : supervising.get(0),
                    deadline,
                    orNull(Text.clean(text(Column.GOAL))),
                    orNull(Text.clean(text(Column.MEASURES))));
            return errors.isEmpty()
                    ? new Result(new ListRow(row.number(), problem), errors, notes)
                    : new Result(null, errors, List.of());
        }

        private boolean refusedFor(Column column) {
            String heading = header.nameOf(column);
            return errors.stream().anyMatch(error -> heading.equals(error.column()));
        }

        private String region() {
            String region = Text.key(text(Column.REGION));
            if (!units.inThisCity(region)) {
                refuse(Column.REGION, "“" + region + "”不在本市的县（市、区）、开发区之内", "外地的问题不由本市交办，请删去该行；如属本市，请写明县（市、区）名称。");
            }
            return region;
        }

        private List<UnitCode> unitsIn(Column column) {
            Set<UnitCode> found = new LinkedHashSet<>();
            for (Cell cell : header.cells(row, column)) {
                Reading<List<UnitCode>> reading = units.read(cell.text());
                if (reading.refused()) {
                    refuse(column, cell.text(), reading.fault(), reading.remedy());
                } else {
                    found.addAll(reading.value());
                    note(column, reading.note());
                }
            }
            return List.copyOf(found);
        }

        /** One unit leads; a list that names more means that the others take part. */
        private List<UnitCode> responsible(List<UnitCode> leads) {
            Set<UnitCode> all = new LinkedHashSet<>(unitsIn(Column.RESPONSIBLE));
            if (leads.size() > 1) {
                all.addAll(leads.subList(1, leads.size()));
                String others =
                        leads.subList(1, leads.size()).stream().map(units::name).collect(Collectors.joining("、"));
                note(Column.LEAD, "列有多个单位，由“" + units.name(leads.get(0)) + "”牵头，“" + others + "”列为责任单位");
            }
            return List.copyOf(all);
        }

        private Deadline deadline() {
            Cell cell = header.cell(row, Column.DEADLINE);
            if (cell.date() != null) {
                return withText(Deadline.on(cell.date()), cell.date().toString());
            }
            Reading<Deadline> limit = DeadlineText.read(cell.text(), registeredOn);
            if (limit.refused()) {
                refuse(Column.DEADLINE, limit.fault(), limit.remedy());
                return null;
            }
            if (limit.value() != null) {
                return limit.value();
            }
            // The kind column says more than nothing when it is 立行立改 or 长期坚持.
            Reading<Deadline> kind = DeadlineText.read(text(Column.DEADLINE_TYPE), registeredOn);
            return kind.refused() ? null : kind.value();
        }

        private Deadline withText(Deadline deadline, String text) {
            return new Deadline(deadline.kind(), text, deadline.dueOn(), deadline.precision(), deadline.alsoStanding());
        }

        private Risk risk() {
            String text = Text.fold(text(Column.RISK)).replaceAll("(?:风险|等级|级)+$", "");
            return switch (text) {
                case "" -> Risk.MEDIUM;
                case "高", "重大", "较高", "高度", "特别重大", "1", "一" -> Risk.HIGH;
                case "中", "中等", "一般", "较大", "2", "二" -> Risk.MEDIUM;
                case "低", "较低", "轻微", "较小", "3", "三" -> Risk.LOW;
                default -> {
                    refuse(Column.RISK, "风险等级“" + text + "”无法识别", "请填“高”“中”或“低”，或留空。");
                    yield Risk.MEDIUM;
                }
            };
        }

        private String required(Column column, String value) {
            if (value.isEmpty()) {
                refuse(column, header.nameOf(column) + "为空", "请填写后再导入。");
            }
            return value;
        }

        private String text(Column column) {
            return header.cell(row, column).text();
        }

        private void refuse(Column column, String fault, String remedy) {
            refuse(column, text(column), fault, remedy);
        }

        private void refuse(Column column, String value, String fault, String remedy) {
            errors.add(new RowError(row.number(), header.nameOf(column), Text.shorten(value, 200), fault, remedy));
        }

        private void note(Column column, String note) {
            if (note != null) {
                notes.add("第 " + row.number() + " 行“" + header.nameOf(column) + "”：" + note + "。");
            }
        }
    }

    /** The first clause, short enough for a list. */
    private static String titleOf(String description) {
        String firstLine = description.lines().findFirst().orElse("").replaceFirst("^\\s*\\d+[.、.]\\s*", "");
        String clause = firstLine.split("[。;;!!??]", 2)[0];
        return Text.shorten(clause.isBlank() ? Text.clean(firstLine) : clause, TITLE_LENGTH);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
