package org.duban.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duban.intake.FieldEdit;
import org.duban.intake.ImportRun;
import org.duban.intake.ImportState;
import org.duban.intake.RowError;

/**
 * What the REST API says of an import. Of a dry run the counts tell what would happen; of an import, what did.
 *
 * @param accepted rows without fault, whether or not they were brought in
 * @param done rows dealt with so far, for the progress of a long import
 * @param errors the first thousand; {@code errorCount} counts all, the error sheet holds all
 * @param changes the first thousand; {@code changeCount} counts all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportAnswer(
        UUID id,
        String kind,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        List<Fault> errors,
        List<FieldEdit> changes,
        ImportState state,
        String stateLabel,
        String message,
        boolean dryRun,
        boolean partial,
        int accepted,
        int done,
        int errorCount,
        int changeCount,
        String fileName,
        String sheet,
        List<String> otherSheets,
        List<String> ignoredColumns,
        List<String> notes,
        Instant submittedAt,
        Instant finishedAt) {

    /** A refused value; {@code message} says what is wrong and what to do, {@code remedy} the latter alone. */
    public record Fault(int row, String column, String value, String message, String remedy) {

        static Fault of(RowError error) {
            String wrong = error.message().endsWith("。") ? error.message() : error.message() + "。";
            return new Fault(error.row(), error.column(), error.value(), wrong + error.remedy(), error.remedy());
        }
    }

    static ImportAnswer of(
            ImportRun run, List<RowError> errors, int errorCount, List<FieldEdit> changes, int changeCount) {
        ImportRun.Counts counts = run.counts();
        ImportRun.Layout layout = run.layout();
        ImportRun.Order order = run.order();
        return new ImportAnswer(
                run.id(),
                order.kind().word(),
                counts.rows(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                errors.stream().map(Fault::of).toList(),
                changes,
                run.state(),
                run.state().label(),
                run.message(),
                order.dryRun(),
                order.partial(),
                counts.good(),
                counts.done(),
                errorCount,
                changeCount,
                order.fileName(),
                layout.sheet(),
                layout.otherSheets(),
                layout.ignoredColumns(),
                layout.notes(),
                order.at(),
                run.finishedAt());
    }
}
