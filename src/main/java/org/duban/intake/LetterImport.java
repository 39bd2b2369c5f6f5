package org.duban.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Actor;
import org.duban.petition.NewLetter;
import org.duban.petition.Outlook;
import org.duban.petition.PetitionService;
import org.duban.petition.Registered;
import org.springframework.transaction.support.TransactionTemplate;

/** A table of letters: every row checked, then all of them registered. */
final class LetterImport implements TableImport {

    private static final int BATCH = 50;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_NOTES = 100;
    private static final Pattern FOOTNOTE = Pattern.compile("^(?:合计|总计|小计|共计|注:|备注:|说明:|填表|制表|填报|审核|联系人|附注).*");

    /** A letter read without fault, with its row. */
    private record Good(SheetRow cells, NewLetter letter) {}

    private final Headings<LetterColumn> headings;
    private final LetterRows reader;
    private final PetitionService petitions;
    private final TransactionTemplate transaction;
    private final Findings findings;

    private final List<Good> good = new ArrayList<>();
    private final Map<String, Good> byNumber = new HashMap<>();
    private final Set<Integer> refused = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<StoredError> errors = new ArrayList<>();
    private int rows;
    private int created;
    private int unchanged;

    private LetterImport(
            Headings<LetterColumn> headings,
            LetterRows reader,
            PetitionService petitions,
            TransactionTemplate transaction,
            Findings findings) {
        this.headings = headings;
        this.reader = reader;
        this.petitions = petitions;
        this.transaction = transaction;
        this.findings = findings;
    }

    /** The table of letters in that file; empty when it holds none. */
    static Optional<TableImport> in(
            TableFile file, ImportJob.Tools tools, String usualSource, LocalDate today, Findings findings) {
        return Headings.in(
                        file, LetterColumn::of, places -> places.size() >= 2 && places.containsKey(LetterColumn.BODY))
                .map(headings -> new LetterImport(
                        headings,
                        new LetterRows(headings, new UnitPhrases(tools.units()), tools.units(), usualSource, today),
                        tools.petitions(),
                        tools.transaction(),
                        findings));
    }

    @Override
    public ImportRun.Layout layout() {
        return headings.layout(List.copyOf(notes));
    }

    @Override
    public ImportRun.Counts check() {
        headings.file().read(headings.sheet(), row -> {
            if (row.number() > headings.row() && !row.isBlank() && !layoutOnly(row)) {
                take(row);
            }
            return true;
        });
        if (rows == 0) {
            throw new UnreadableFile("表头（第 " + headings.row() + " 行）下面没有数据。请填写后再上传。");
        }
        for (int from = 0; from < good.size(); from += BATCH) {
            look(good.subList(from, Math.min(from + BATCH, good.size())));
        }
        good.removeIf(one -> refused.contains(one.cells().number()));
        findings.errors(List.copyOf(errors));
        errors.clear();
        return counts(rows);
    }

    private boolean layoutOnly(SheetRow row) {
        List<String> texts =
                row.texts().stream().filter(text -> !text.isBlank()).toList();
        String first = Text.halfWidth(Text.clean(texts.get(0)));
        boolean alone = texts.stream().distinct().count() == 1
                && headings.cell(row, LetterColumn.BODY).isBlank()
                && headings.cell(row, LetterColumn.NUMBER).isBlank();
        return alone
                || FOOTNOTE.matcher(first).matches()
                        && headings.cell(row, LetterColumn.BODY).isBlank();
    }

    private void take(SheetRow row) {
        if (++rows > MOST_ROWS) {
            throw new UnreadableFile("文件超过 " + MOST_ROWS + " 行。请分成几个文件分别导入。");
        }
        LetterRows.Result result = reader.read(row);
        result.notes().forEach(this::note);
        if (result.refused()) {
            refuse(row, result.errors());
            return;
        }
        Good mine = new Good(row, result.letter());
        good.add(mine);
        if (result.letter().number() != null) {
            Good first = byNumber.putIfAbsent(
                    result.letter().number().scope() + "\n"
                            + result.letter().number().value(),
                    mine);
            if (first != null
                    && !Text.fold(first.letter().body())
                            .equals(Text.fold(mine.letter().body()))) {
                refuse(row, List.of(twice(row, first.cells())));
                refuse(first.cells(), List.of(twice(first.cells(), row)));
            }
        }
    }

    private RowError twice(SheetRow row, SheetRow other) {
        return new RowError(
                row.number(),
                headings.nameOf(LetterColumn.NUMBER, LetterColumn.NUMBER.label()),
                headings.text(row, LetterColumn.NUMBER),
                "与第 " + other.number() + " 行编号相同而内容不同",
                "请核对来文，一个编号只能是一件；内容相同的可以保留，不会重复登记。");
    }

    /** What registering would come to: known, new, or refused. */
    private void look(List<Good> some) {
        List<Outlook> outlooks =
                petitions.outlook(some.stream().map(Good::letter).toList());
        for (int i = 0; i < some.size(); i++) {
            Outlook outlook = outlooks.get(i);
            SheetRow row = some.get(i).cells();
            if (refused.contains(row.number())) {
                continue;
            }
            if (outlook.refusal() != null) {
                LetterColumn column = "body".equals(outlook.refusal().field())
                        ? LetterColumn.BODY
                        : "batch".equals(outlook.refusal().field()) ? LetterColumn.BATCH : LetterColumn.NUMBER;
                refuse(
                        row,
                        List.of(new RowError(
                                row.number(),
                                headings.nameOf(column, column.label()),
                                Text.shorten(headings.text(row, column), 200),
                                outlook.refusal().getMessage(),
                                "请按提示改正后重新导入该行。")));
            } else if (outlook.known() != null || repeats(some.get(i))) {
                unchanged++;
            } else {
                created++;
            }
        }
    }

    private boolean repeats(Good mine) {
        if (mine.letter().number() == null) {
            return false;
        }
        String key =
                mine.letter().number().scope() + "\n" + mine.letter().number().value();
        return byNumber.get(key) != mine;
    }

    @Override
    public ImportRun.Counts write(boolean partial, Actor by) {
        created = 0;
        unchanged = 0;
        if (partial) {
            for (int from = 0; from < good.size(); from += BATCH) {
                List<Good> some = good.subList(from, Math.min(from + BATCH, good.size()));
                transaction.executeWithoutResult(status -> register(some, by));
                findings.progress(counts(created + unchanged));
            }
        } else {
            transaction.executeWithoutResult(status -> {
                for (int from = 0; from < good.size(); from += BATCH) {
                    register(good.subList(from, Math.min(from + BATCH, good.size())), by);
                    findings.progress(counts(created + unchanged));
                }
            });
        }
        return counts(rows);
    }

    private void register(List<Good> some, Actor by) {
        for (Registered one :
                petitions.registerAll(some.stream().map(Good::letter).toList(), by)) {
            if (one.result() == Registered.Result.CREATED) {
                created++;
            } else {
                unchanged++;
            }
        }
    }

    private ImportRun.Counts counts(int done) {
        return new ImportRun.Counts(rows, done, rows - refused.size(), created, 0, unchanged, refused.size());
    }

    /** The row goes into the error sheet without who wrote the letter. */
    private void refuse(SheetRow row, List<RowError> found) {
        List<String> texts = refused.add(row.number()) ? withoutIdentity(row) : null;
        for (RowError error : found) {
            errors.add(new StoredError(error, texts));
            texts = null;
        }
    }

    private List<String> withoutIdentity(SheetRow row) {
        List<String> texts = new ArrayList<>(row.texts());
        headings.places().forEach((column, place) -> {
            if (column.ofIdentity()
                    && place < texts.size()
                    && !texts.get(place).isBlank()
                    && !texts.get(place).contains("匿名")) {
                texts.set(place, LetterRows.LEFT_OUT);
            }
        });
        return texts;
    }

    private void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(note);
        }
    }
}
