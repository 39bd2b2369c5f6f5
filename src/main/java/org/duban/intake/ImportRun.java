package org.duban.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duban.kernel.Actor;

/** One import as it is kept. */
public record ImportRun(
        UUID id, Order order, ImportState state, Layout layout, Counts counts, String message, Instant finishedAt) {

    /**
     * What was asked for.
     *
     * @param fileOf the run whose stored file is used; its own id unless it confirms a dry run
     * @param partial import the good rows although others are refused
     * @param usualSource source of rows that name none, or null
     */
    public record Order(
            ImportKind kind,
            String fileName,
            String sha256,
            long size,
            UUID fileOf,
            boolean dryRun,
            boolean partial,
            String usualSource,
            Actor by,
            Instant at) {}

    /** What the file looks like: the sheet taken, its headings, what was left out. */
    public record Layout(
            String sheet,
            List<String> headings,
            List<String> otherSheets,
            List<String> ignoredColumns,
            List<String> notes) {

        static final Layout UNKNOWN = new Layout(null, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * @param rows rows that hold a problem
     * @param done rows dealt with so far in the present pass
     * @param good rows that could be taken in, whether or not they were
     */
    public record Counts(int rows, int done, int good, int created, int updated, int unchanged, int rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }

    static ImportRun started(UUID id, Order order) {
        return new ImportRun(id, order, ImportState.CHECKING, Layout.UNKNOWN, Counts.NONE, null, null);
    }

    ImportRun to(ImportState next, Counts counted, String said, Instant finished) {
        return new ImportRun(id, order, next, layout, counted, said, finished);
    }

    ImportRun with(Layout seen) {
        return new ImportRun(id, order, state, seen, counts, message, finishedAt);
    }
}
