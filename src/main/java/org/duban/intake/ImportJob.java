package org.duban.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.duban.intake.ImportRun.Counts;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.intake.sheet.FileLimits;
import org.duban.intake.sheet.TableFile;
import org.duban.intake.sheet.UnreadableFile;
import org.duban.kernel.Zones;
import org.duban.petition.BatchService;
import org.duban.petition.PetitionService;
import org.duban.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One import at work: check everything, then write, so that a list with a fault leaves nothing behind. Every outcome,
 * also the unexpected, ends as a state of the run.
 */
final class ImportJob implements Findings {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final long SAVE_EVERY_NANOS = 1_000_000_000L;

    /** What the job works with. */
    record Tools(
            ImportRuns runs,
            Problems problems,
            UnitNames units,
            Registrar registrar,
            PetitionService petitions,
            BatchService batches,
            TransactionTemplate transaction,
            Clock clock) {}

    private final Tools tools;
    private final CompletableFuture<Boolean> answerable = new CompletableFuture<>();
    private volatile ImportRun run;
    private volatile Counts earlier;
    private long savedAt = System.nanoTime();

    ImportJob(ImportRun run, Tools tools) {
        this.run = run;
        this.tools = tools;
        this.earlier = run.counts();
    }

    /** Completes true when the run is over, false once it shows to be a long one. */
    CompletableFuture<Boolean> answerable() {
        return answerable;
    }

    void work() {
        Path file = null;
        try {
            file = Files.createTempFile("duban-intake-", ".table");
            load(file);
            try (TableFile table = TableFile.open(file, FileLimits.DEFAULT)) {
                if (run.order().kind() == ImportKind.PETITIONS) {
                    work(petitions(table));
                } else {
                    work(ProblemList.in(table));
                }
            }
            answerable.complete(true);
        } catch (UnreadableFile e) {
            end(ImportState.REFUSED, Counts.NONE, e.getMessage());
            answerable.completeExceptionally(e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("Import {} was interrupted", run.id(), e);
            interrupted();
            answerable.complete(true);
        } finally {
            delete(file);
        }
    }

    private void work(ProblemList list) {
        tools.runs().clearFindings(run.id());
        Header header = list.header();
        List<String> ignored = header.ignored();
        run = run.with(
                new ImportRun.Layout(list.sheetName(), header.headings(), list.otherSheets(), ignored, List.of()));
        ProblemRows reader = reader(header);
        StoredList stored = new StoredList(tools.problems(), new UnitPhrases(tools.units()));
        ListCheck check = new ListCheck(list, reader, stored, this).run();
        Counts counted = check.counts();
        run = run.with(new ImportRun.Layout(
                        list.sheetName(), header.headings(), list.otherSheets(), ignored, check.notes()))
                .to(ImportState.CHECKING, counted, null, null);
        if (run.order().dryRun()) {
            end(ImportState.CHECKED, counted, null);
        } else if (counted.rejected() > 0 && !run.order().partial()) {
            Counts nothing = new Counts(counted.rows(), counted.done(), counted.good(), 0, 0, 0, counted.rejected());
            end(ImportState.REFUSED, nothing, refusal(counted.rejected()));
        } else {
            write(new ListWriter(
                    list,
                    reader,
                    stored,
                    tools.registrar(),
                    tools.transaction(),
                    this,
                    run.order().by(),
                    check.refused(),
                    counted));
        }
    }

    /** The headings tell whether it is letters or their batches. */
    private TableImport petitions(TableFile table) {
        String source = run.order().usualSource();
        LocalDate today = tools.clock().instant().atZone(Zones.CITY).toLocalDate();
        return LetterImport.in(table, tools, source, today, this)
                .or(() -> DistrictTable.in(table, tools, source, today, this))
                .or(() -> BatchImport.in(table, tools, source, today, this))
                .orElseThrow(
                        () -> new UnreadableFile(
                                "没有找到表头行：信访件的表头至少要有“交办问题基本情况”和另外一列（如“受理编号”“行政区域”），批次统计的表头至少要有“批次”“件数”，或每个县（市、区）一行的“县（市、区）”“移交件数”和各污染类型。请检查后再上传。"));
    }

    private void work(TableImport table) {
        tools.runs().clearFindings(run.id());
        run = run.with(table.layout());
        Counts counted = table.check();
        run = run.with(table.layout()).to(ImportState.CHECKING, counted, null, null);
        if (run.order().dryRun()) {
            end(ImportState.CHECKED, counted, null);
        } else if (counted.rejected() > 0 && !run.order().partial()) {
            Counts nothing = new Counts(counted.rows(), counted.done(), counted.good(), 0, 0, 0, counted.rejected());
            end(ImportState.REFUSED, nothing, refusal(counted.rejected()));
        } else {
            run = run.to(ImportState.IMPORTING, counted, null, null);
            tools.runs().save(run);
            end(
                    ImportState.DONE,
                    withEarlier(table.write(run.order().partial(), run.order().by())),
                    null);
            tools.runs().dropFile(run.order().fileOf());
        }
    }

    private static String refusal(int rows) {
        return "有 " + rows + " 行不能导入，因此整个文件都没有导入。请改正后重新上传，或选择“只导入无误的行”。";
    }

    private ProblemRows reader(Header header) {
        String source = run.order().usualSource();
        if (source == null && !header.has(Column.SOURCE)) {
            source = header.title();
            if (source.isEmpty()) {
                throw new UnreadableFile("表中没有“问题来源”列，表头上方也没有标题，无法辨认是哪份清单。请增加“问题来源”列，或在导入时填写来源。");
            }
        }
        LocalDate today = tools.clock().instant().atZone(Zones.CITY).toLocalDate();
        return new ProblemRows(header, new UnitPhrases(tools.units()), source, today);
    }

    /** A short list is written in one transaction unless its owner wants the good rows in any case. */
    private void write(ListWriter writer) {
        int checkedBad = run.counts().rejected();
        Counts checked = run.counts();
        run = run.to(
                ImportState.IMPORTING,
                new Counts(checked.rows(), 0, checked.good(), 0, 0, 0, checked.rejected()),
                null,
                null);
        tools.runs().save(run);
        if (run.counts().rows() <= ImportService.SHORT_LIST && !run.order().partial()) {
            writer.writeAtOnce();
        } else {
            writer.writeInBatches();
        }
        Counts written = writer.counts();
        boolean nothing = written.created() + written.updated() + written.unchanged() == 0;
        if (nothing && written.rejected() > checkedBad) {
            end(ImportState.REFUSED, written, refusal(written.rejected()));
            return;
        }
        end(ImportState.DONE, withEarlier(written), null);
        tools.runs().dropFile(run.order().fileOf());
    }

    /** A resumed run finds its own rows of the first attempt unchanged; it wrote them all the same. */
    private Counts withEarlier(Counts now) {
        int created = now.created() + Math.min(earlier.created(), now.unchanged());
        int left = now.unchanged() - (created - now.created());
        int updated = now.updated() + Math.min(earlier.updated(), left);
        return new Counts(
                now.rows(), now.done(), now.good(), created, updated, left - (updated - now.updated()), now.rejected());
    }

    @Override
    public void errors(List<StoredError> errors) {
        tools.runs().addErrors(run.id(), errors);
    }

    @Override
    public void changes(List<FieldEdit> edits) {
        if (!edits.isEmpty()) {
            tools.runs().addChanges(run.id(), edits);
        }
    }

    @Override
    public synchronized void progress(Counts counts) {
        run = run.to(run.state(), counts, null, null);
        if (counts.rows() > ImportService.SHORT_LIST) {
            answerable.complete(false);
        }
        if (System.nanoTime() - savedAt > SAVE_EVERY_NANOS) {
            savedAt = System.nanoTime();
            save();
        }
    }

    private void save() {
        boolean writing = run.state() == ImportState.IMPORTING;
        Counts shown = writing ? withEarlierSoFar(run.counts()) : run.counts();
        // While it is only checked nothing is created yet; counts of a run show what it did.
        Counts kept = writing || run.order().dryRun()
                ? shown
                : new Counts(
                        shown.rows(),
                        shown.done(),
                        shown.good(),
                        earlier.created(),
                        earlier.updated(),
                        0,
                        shown.rejected());
        tools.runs().save(run.to(run.state(), kept, null, null));
    }

    private Counts withEarlierSoFar(Counts now) {
        return earlier.created() + earlier.updated() == 0 ? now : withEarlier(now);
    }

    private void end(ImportState state, Counts counts, String message) {
        run = run.to(state, counts, message, tools.clock().instant());
        tools.runs().save(run);
    }

    private void interrupted() {
        try {
            Counts counts = run.state() == ImportState.IMPORTING ? withEarlierSoFar(run.counts()) : earlier;
            end(ImportState.INTERRUPTED, counts, "导入中断。已写入的行保留，点“继续”会接着导入其余的行，不会重复。");
        } catch (RuntimeException e) {
            // The database is away; the run's silence tells the others.
            LOG.error("Import {} could not even be marked as interrupted", run.id(), e);
        }
    }

    private void load(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            boolean kept = tools.runs().loadFile(run.order().fileOf(), out);
            if (!kept && run.order().size() > 0) {
                throw new UnreadableFile("上传的文件已不再保留，请重新上传。");
            }
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Temporary file {} stays behind", file, e);
        }
    }
}
