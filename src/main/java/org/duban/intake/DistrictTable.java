package org.duban.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.intake.DistrictColumn.Kind;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Actor;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.BatchService.Effect;
import org.duban.petition.BatchService.Paper;
import org.duban.petition.Ordinals;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The statistics of a batch with one district per line (批次统计表): together they are what the paper of the batch says.
 * A batch of which one line is refused is left out whole, since the rest would not add up.
 */
final class DistrictTable implements TableImport {

    private static final Pattern INSPECTION = Pattern.compile("^(.*?督察(?:组)?)");
    private static final Pattern NTH = Pattern.compile("第\\s*[0-9〇零一二三四五六七八九十百]{1,7}\\s*批.*$");

    private final Headings<DistrictColumn> headings;
    private final DistrictRows reader;
    private final String usualSource;
    private final LocalDate today;
    private final BatchService batches;
    private final TransactionTemplate transaction;
    private final Findings findings;

    private final Map<Integer, List<DistrictRows.Line>> byBatch = new TreeMap<>();
    private final Map<Integer, SheetRow> firstRows = new HashMap<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int rows;
    private int rejected;
    private int good;

    private DistrictTable(
            Headings<DistrictColumn> headings,
            ImportJob.Tools tools,
            String usualSource,
            LocalDate today,
            Findings findings) {
        this.headings = headings;
        this.reader = new DistrictRows(headings, tools.units());
        this.usualSource = usualSource == null ? "" : Text.key(usualSource);
        this.today = today;
        this.batches = tools.batches();
        this.transaction = tools.transaction();
        this.findings = findings;
    }

    /** The table of districts in that file; empty when it holds none. */
    static Optional<TableImport> in(
            TableFile file, ImportJob.Tools tools, String usualSource, LocalDate today, Findings findings) {
        return Headings.in(file, DistrictColumn::of, DistrictTable::enough)
                .map(headings -> new DistrictTable(headings, tools, usualSource, today, findings));
    }

    private static boolean enough(Map<DistrictColumn, Integer> places) {
        return places.containsKey(DistrictColumn.DISTRICT)
                && (places.containsKey(DistrictColumn.LETTERS) || places.containsKey(DistrictColumn.SUM))
                && places.keySet().stream().anyMatch(column -> column.kind() == Kind.TYPE);
    }

    @Override
    public ImportRun.Layout layout() {
        return headings.layout(List.copyOf(notes));
    }

    @Override
    public ImportRun.Counts check() {
        Integer titled = titled();
        String inspection = inspection();
        headings.file().read(headings.sheet(), row -> {
            if (row.number() > headings.row() && !row.isBlank() && !footnote(row)) {
                take(row, titled);
            }
            return true;
        });
        if (rows == 0) {
            throw new UnreadableFile("表头（第 " + headings.row() + " 行）下面没有各县（市、区）的行。请填写后再上传。");
        }
        byBatch.forEach((ordinal, lines) -> {
            if (lines.stream().allMatch(line -> line.errors().isEmpty())) {
                keep(paper(inspection, ordinal, lines), lines);
            } else {
                notes.add("第 " + ordinal + " 批有不能读入的行，整批没有记入。");
            }
        });
        return counts(papers.stream().map(batches::outlook).toList());
    }

    private void keep(Paper paper, List<DistrictRows.Line> lines) {
        if (batches.outlook(paper) == Effect.CLOSED) {
            SheetRow first = firstRows.get(paper.key().ordinal());
            refuse(first, List.of(reader.error(first, DistrictColumn.DISTRICT, BatchRows.CLOSED, BatchRows.REOPEN)));
            rejected += lines.size() - 1;
            return;
        }
        papers.add(paper);
        good += lines.size();
    }

    private void refuse(SheetRow row, List<RowError> errors) {
        rejected++;
        List<StoredError> stored = new ArrayList<>();
        errors.forEach(error -> stored.add(new StoredError(error, stored.isEmpty() ? row.texts() : null)));
        findings.errors(stored);
    }

    /** 注：… below the table stands in the first cell alone. */
    private boolean footnote(SheetRow row) {
        List<String> texts =
                row.texts().stream().filter(text -> !text.isBlank()).distinct().toList();
        return texts.size() == 1 && texts.get(0).length() > 8;
    }

    private Integer titled() {
        return Ordinals.read(headings.title())
                .or(() -> usualSource.contains("批") ? Ordinals.read(usualSource) : Optional.empty())
                .orElse(null);
    }

    private String inspection() {
        String given = NTH.matcher(usualSource).replaceFirst("");
        if (!given.isEmpty()) {
            return given;
        }
        Matcher titled = INSPECTION.matcher(Text.key(headings.title()));
        if (!titled.find()) {
            throw new UnreadableFile("表上没有写明是哪次督察。请在表题里写明，或在导入时填写来源，例如“第三轮中央生态环境保护督察”。");
        }
        return titled.group(1);
    }

    private void take(SheetRow row, Integer titled) {
        rows++;
        DistrictRows.Line line = reader.read(row);
        Integer ordinal = line.ordinal() == null ? titled : line.ordinal();
        if (ordinal == null) {
            throw new UnreadableFile("表上没有写明是哪一批。请在表题或来源里写明，例如“第三轮中央生态环境保护督察第二批”。");
        }
        List<DistrictRows.Line> lines = byBatch.computeIfAbsent(ordinal, any -> new ArrayList<>());
        Optional<DistrictRows.Line> twice = lines.stream()
                .filter(other -> !line.total() && other.district().equals(line.district()))
                .findFirst();
        List<RowError> errors = new ArrayList<>(line.errors());
        twice.ifPresent(other -> errors.add(
                reader.error(row, DistrictColumn.DISTRICT, "与第 " + other.row() + " 行是同一个县（市、区）", "请合并为一行，或核对哪一行写错。")));
        lines.add(line);
        firstRows.putIfAbsent(ordinal, row);
        if (!errors.isEmpty()) {
            refuse(row, errors);
            lines.set(lines.size() - 1, spoilt(line, errors));
        }
    }

    private static DistrictRows.Line spoilt(DistrictRows.Line line, List<RowError> errors) {
        return new DistrictRows.Line(
                line.row(),
                line.ordinal(),
                line.total(),
                line.district(),
                line.letters(),
                line.calls(),
                line.mails(),
                line.starred(),
                line.types(),
                line.sum(),
                errors);
    }

    private Paper paper(String inspection, int ordinal, List<DistrictRows.Line> lines) {
        Map<String, BigDecimal> districts = new LinkedHashMap<>();
        Map<String, BigDecimal> types = new LinkedHashMap<>();
        DistrictRows.Line total = null;
        for (DistrictRows.Line line : lines) {
            if (line.total()) {
                total = line;
                continue;
            }
            if (line.letters() != null && line.letters().signum() > 0) {
                districts.put(line.district(), line.letters());
            }
            line.types().forEach((type, count) -> types.merge(type, count, BigDecimal::add));
            agree(line);
        }
        BigDecimal sum = districts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total != null) {
            agree(total, sum, types);
        }
        BigDecimal letters = total == null || total.letters() == null ? sum : total.letters();
        Batch.Stated stated = new Batch.Stated(
                letters.stripTrailingZeros().scale() > 0 ? null : letters.intValue(),
                added(lines, total, DistrictRows.Line::calls),
                added(lines, total, DistrictRows.Line::mails),
                added(lines, total, DistrictRows.Line::starred),
                districts,
                types);
        stated.differences().forEach(one -> notes.add("第 " + ordinal + " 批：" + one + "，请核对来文；不一致时不能封批。"));
        return new Paper(new Batch.Key(inspection, "", ordinal), null, null, handedOver(), stated);
    }

    /** What stands in the last line, or the lines added up; null where none of them says it. */
    private static Integer added(
            List<DistrictRows.Line> lines, DistrictRows.Line total, Function<DistrictRows.Line, Integer> column) {
        if (total != null && column.apply(total) != null) {
            return column.apply(total);
        }
        List<Integer> said = lines.stream()
                .filter(line -> !line.total())
                .map(column)
                .filter(Objects::nonNull)
                .toList();
        return said.isEmpty() ? null : said.stream().mapToInt(Integer::intValue).sum();
    }

    /** A letter of several kinds counts in each, so the kinds may exceed the letters but not fall short of what is written. */
    private void agree(DistrictRows.Line line) {
        boolean same = line.sum() == null
                || line.sum().compareTo(line.typed()) == 0
                || line.sum().compareTo(line.letters()) == 0;
        if (!same) {
            notes.add("第 " + line.row() + " 行“" + line.district() + "”：合计写 " + plain(line.sum()) + "，各类型相加是 "
                    + plain(line.typed()) + "，请核对来文。");
        }
    }

    private void agree(DistrictRows.Line total, BigDecimal sum, Map<String, BigDecimal> types) {
        if (total.letters() != null && total.letters().compareTo(sum) != 0) {
            notes.add("第 " + total.row() + " 行合计：件数写 " + plain(total.letters()) + "，各县（市、区）相加是 " + plain(sum)
                    + "，请核对来文。");
        }
        total.types().forEach((type, count) -> {
            BigDecimal added = types.getOrDefault(type, BigDecimal.ZERO);
            if (added.compareTo(count) != 0) {
                notes.add("第 " + total.row() + " 行合计：" + type + "写 " + plain(count) + "，各县（市、区）相加是 " + plain(added)
                        + "，请核对来文。");
            }
        });
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private LocalDate handedOver() {
        try {
            return LetterDates.read(headings.title(), today).orElse(null);
        } catch (DateTimeException e) {
            notes.add("表题中的日期不存在或写法不清，移交日期没有记入。");
            return null;
        }
    }

    @Override
    public ImportRun.Counts write(boolean partial, Actor by) {
        List<Effect> effects = new ArrayList<>();
        transaction.executeWithoutResult(status -> papers.forEach(paper -> effects.add(batches.state(paper))));
        return counts(effects);
    }

    /** Counted in batches, as they are what is kept; rows are the lines read. */
    private ImportRun.Counts counts(List<Effect> effects) {
        int created = (int) effects.stream().filter(Effect.CREATED::equals).count();
        int updated = (int) effects.stream().filter(Effect.UPDATED::equals).count();
        return new ImportRun.Counts(rows, rows, good, created, updated, effects.size() - created - updated, rejected);
    }
}
