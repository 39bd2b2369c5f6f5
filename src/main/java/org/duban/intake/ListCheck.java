package org.duban.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Refusal;
import org.duban.problem.ListKey;
import org.duban.problem.ListedProblem;
import org.duban.problem.NewProblem;
import org.duban.problem.Registered.FieldChange;

/**
 * First pass: reads every row and says what would become of it, writing nothing. Of each row it keeps no more than its
 * key, so memory stays flat.
 */
final class ListCheck {

    private enum Fate {
        PENDING,
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    /** The first row with a key. */
    private static final class Seen {
        private final int row;
        private Fate fate = Fate.PENDING;

        private Seen(int row) {
            this.row = row;
        }
    }

    private record Pending(SheetRow cells, ListRow row, Seen seen) {}

    private static final int CHUNK = 500;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_NOTES = 100;

    private final ProblemList list;
    private final ProblemRows reader;
    private final StoredList stored;
    private final Findings findings;

    private final Map<ListKey, Seen> seen = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();
    private final List<Pending> chunk = new ArrayList<>();
    private final List<StoredError> errors = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final BitSet refused = new BitSet();
    private final int[] fates = new int[Fate.values().length];
    private int rows;

    ListCheck(ProblemList list, ProblemRows reader, StoredList stored, Findings findings) {
        this.list = list;
        this.reader = reader;
        this.stored = stored;
        this.findings = findings;
    }

    ListCheck run() {
        list.rows(
                row -> {
                    take(row);
                    return true;
                },
                this::note);
        flush();
        if (rows == 0) {
            throw new UnreadableFile("表头（第 " + list.header().row() + " 行）下面没有数据。请填写后再上传。");
        }
        return this;
    }

    /** Numbers of the rows that were refused. */
    BitSet refused() {
        return refused;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    ImportRun.Counts counts() {
        int bad = refused.cardinality();
        return new ImportRun.Counts(
                rows,
                rows,
                rows - bad,
                fates[Fate.CREATED.ordinal()],
                fates[Fate.UPDATED.ordinal()],
                fates[Fate.UNCHANGED.ordinal()],
                bad);
    }

    private void take(SheetRow row) {
        if (++rows > MOST_ROWS) {
            throw new UnreadableFile("文件超过 " + MOST_ROWS + " 行。请分成几个文件分别导入。");
        }
        ProblemRows.Result result = reader.read(row);
        result.notes().forEach(this::note);
        if (result.refused()) {
            refuse(row.number(), result.errors(), row);
        } else {
            keep(row, result.listed());
        }
        if (chunk.size() >= CHUNK || errors.size() >= CHUNK) {
            flush();
        }
        findings.progress(counts());
    }

    private void keep(SheetRow cells, ListRow row) {
        ListKey key = row.problem().key();
        ListKey compact = new ListKey(share(key.source()), share(key.region()), key.serial());
        Seen mine = new Seen(row.row());
        Seen first = seen.putIfAbsent(compact, mine);
        if (first == null) {
            chunk.add(new Pending(cells, row, mine));
            return;
        }
        refuse(cells.number(), List.of(sameNumber(cells.number(), first.row, key.serial())), cells);
        SheetRow firstCells = chunk.stream()
                .filter(pending -> pending.seen() == first)
                .map(Pending::cells)
                .findFirst()
                .orElse(null);
        if (first.fate != Fate.PENDING) {
            fates[first.fate.ordinal()]--;
        }
        first.fate = Fate.REFUSED;
        refuse(first.row, List.of(sameNumber(first.row, cells.number(), key.serial())), firstCells);
    }

    private RowError sameNumber(int row, int other, String serial) {
        return new RowError(
                row,
                list.header().nameOf(Column.SERIAL),
                serial,
                "与第 " + other + " 行的序号相同（来源、地区也相同）",
                "同一清单内一个序号只能对应一个问题，请改正第 " + Math.min(row, other) + " 行或第 " + Math.max(row, other) + " 行的序号，或删去重复的一行。");
    }

    private void flush() {
        Map<ListKey, ListedProblem> known =
                stored.of(chunk.stream().map(Pending::row).toList());
        for (Pending pending : chunk) {
            if (pending.seen().fate == Fate.PENDING) {
                Fate fate = fate(pending, known.get(pending.row().problem().key()));
                pending.seen().fate = fate;
                fates[fate.ordinal()]++;
            }
        }
        chunk.clear();
        if (!errors.isEmpty()) {
            findings.errors(List.copyOf(errors));
            errors.clear();
        }
    }

    private Fate fate(Pending pending, ListedProblem before) {
        if (before == null) {
            return Fate.CREATED;
        }
        NewProblem newer = StoredList.underOldTitle(pending.row().problem(), before);
        List<FieldChange> changes = before.changes(newer);
        if (changes.isEmpty()) {
            return Fate.UNCHANGED;
        }
        try {
            before.check(newer);
        } catch (Refusal refusal) {
            Column column = stored.column(refusal.field());
            String heading = column == null ? null : list.header().nameOf(column);
            String value = column == null
                    ? null
                    : list.header().cell(pending.cells(), column).text();
            RowError error =
                    new RowError(pending.row().row(), heading, value, refusal.getMessage(), "该单元格请保持原样，其他修改不受影响。");
            refuse(error.row(), List.of(error), pending.cells());
            return Fate.REFUSED;
        }
        findings.changes(stored.edits(pending.row().row(), before, changes, list.header()));
        return Fate.UPDATED;
    }

    private void refuse(int row, List<RowError> found, SheetRow cells) {
        List<String> texts = cells == null || refused.get(row) ? null : cells.texts();
        refused.set(row);
        for (RowError error : found) {
            errors.add(new StoredError(error, texts));
            texts = null;
        }
    }

    private void note(String note) {
        if (notes.size() < MOST_NOTES) {
            notes.add(note);
        }
    }

    private String share(String text) {
        return shared.computeIfAbsent(text, key -> key);
    }
}
