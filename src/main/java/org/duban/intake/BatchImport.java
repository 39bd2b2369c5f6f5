package org.duban.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.SheetRow;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Actor;
import org.duban.petition.BatchService;
import org.duban.petition.BatchService.Effect;
import org.duban.petition.BatchService.Paper;
import org.springframework.transaction.support.TransactionTemplate;

/** A list of batches (批次统计): kept as what their papers say they hold. */
final class BatchImport implements TableImport {

    private final Headings<BatchColumn> headings;
    private final BatchRows reader;
    private final BatchService batches;
    private final TransactionTemplate transaction;
    private final Findings findings;
    private final List<Paper> papers = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int rows;
    private int rejected;

    private BatchImport(
            Headings<BatchColumn> headings,
            BatchRows reader,
            BatchService batches,
            TransactionTemplate transaction,
            Findings findings) {
        this.headings = headings;
        this.reader = reader;
        this.batches = batches;
        this.transaction = transaction;
        this.findings = findings;
    }

    /** The list of batches in that file; empty when it holds none. */
    static Optional<TableImport> in(
            TableFile file, ImportJob.Tools tools, String usualSource, LocalDate today, Findings findings) {
        return Headings.in(file, BatchColumn::of, BatchImport::enough)
                .map(headings -> new BatchImport(
                        headings,
                        new BatchRows(headings, new UnitPhrases(tools.units()), usualSource, today),
                        tools.batches(),
                        tools.transaction(),
                        findings));
    }

    private static boolean enough(Map<BatchColumn, Integer> places) {
        return places.containsKey(BatchColumn.BATCH) && places.containsKey(BatchColumn.LETTERS);
    }

    @Override
    public ImportRun.Layout layout() {
        return headings.layout(List.copyOf(notes));
    }

    @Override
    public ImportRun.Counts check() {
        headings.file().read(headings.sheet(), row -> {
            if (row.number() > headings.row() && !row.isBlank()) {
                take(row);
            }
            return true;
        });
        if (rows == 0) {
            throw new UnreadableFile("表头（第 " + headings.row() + " 行）下面没有写明批次的行。请填写后再上传。");
        }
        return counts(papers.stream().map(batches::outlook).toList());
    }

    private void take(SheetRow row) {
        BatchRows.Result result = reader.read(row);
        notes.addAll(result.notes());
        if (result.paper() != null && batches.outlook(result.paper()) == Effect.CLOSED) {
            refuse(row, List.of(reader.closed(row)));
        } else if (result.paper() != null) {
            papers.add(result.paper());
            rows++;
        } else if (!result.errors().isEmpty()) {
            refuse(row, result.errors());
        }
    }

    private void refuse(SheetRow row, List<RowError> why) {
        rows++;
        rejected++;
        List<StoredError> errors = new ArrayList<>();
        for (RowError error : why) {
            errors.add(new StoredError(error, errors.isEmpty() ? row.texts() : null));
        }
        findings.errors(errors);
    }

    @Override
    public ImportRun.Counts write(boolean partial, Actor by) {
        List<Effect> effects = new ArrayList<>();
        transaction.executeWithoutResult(status -> papers.forEach(paper -> effects.add(batches.state(paper))));
        return counts(effects);
    }

    private ImportRun.Counts counts(List<Effect> effects) {
        int created = (int) effects.stream().filter(Effect.CREATED::equals).count();
        int updated = (int) effects.stream().filter(Effect.UPDATED::equals).count();
        return new ImportRun.Counts(
                rows, rows, rows - rejected, created, updated, effects.size() - created - updated, rejected);
    }
}
