package org.duban.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.petition.BatchService;
import org.duban.petition.PetitionService;
import org.duban.problem.Problems;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings lists in. Short lists are answered with their outcome; long ones go on in the background and show progress.
 * Files are kept in the database until their import is over, so that nobody has to upload twice.
 */
@Service
public class ImportService implements DisposableBean {

    /** Up to this many rows the answer waits for the outcome. */
    public static final int SHORT_LIST = 1_000;

    private static final int ANSWER_WITHIN_SECONDS = 60;
    private static final int ENDS_WITHIN_SECONDS = 20;
    private static final int RUNS_AT_A_TIME = 3;
    private static final int FILES_KEPT_DAYS = 7;

    private final ImportRuns runs;
    private final Clock clock;
    private final ImportJob.Tools tools;
    private final ExecutorService jobs =
            Executors.newFixedThreadPool(RUNS_AT_A_TIME, task -> new Thread(task, "intake-run"));

    ImportService(
            ImportRuns runs,
            Problems problems,
            UnitNames units,
            Registrar registrar,
            PetitionService petitions,
            BatchService batches,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.clock = clock;
        this.tools = new ImportJob.Tools(
                runs, problems, units, registrar, petitions, batches, new TransactionTemplate(transactions), clock);
    }

    /** How to treat a file. */
    public record Options(ImportKind kind, boolean dryRun, boolean partial, String usualSource) {

        /** For a list of problems. */
        public Options(boolean dryRun, boolean partial, String usualSource) {
            this(ImportKind.PROBLEMS, dryRun, partial, usualSource);
        }
    }

    /**
     * Takes a file in.
     *
     * @return the run, over or, for a long list, at work
     * @throws Refusal when the file as a whole cannot be read
     */
    public ImportRun submit(String fileName, InputStream content, Options options, Actor by) {
        return start(take(fileName, content, options, by));
    }

    /** As {@link #submit}, but in the caller's thread and to the end: for lists the application itself brings in. */
    public ImportRun submitHere(String fileName, InputStream content, Options options, Actor by) {
        ImportRun run = take(fileName, content, options, by);
        new ImportJob(run, tools).work();
        return require(run.id());
    }

    private ImportRun take(String fileName, InputStream content, Options options, Actor by) {
        runs.dropFilesOlderThan(FILES_KEPT_DAYS);
        UUID id = UUID.randomUUID();
        try {
            Path file = Files.createTempFile("duban-upload-", ".table");
            try {
                String sha256 = spool(content, file);
                ImportRun run = ImportRun.started(id, order(id, fileName, sha256, Files.size(file), options, by));
                runs.add(run);
                try (InputStream stored = Files.newInputStream(file)) {
                    runs.storeFile(id, stored);
                }
                return run;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportRun.Order order(UUID id, String name, String sha256, long size, Options options, Actor by) {
        return new ImportRun.Order(
                options.kind(),
                name == null || name.isBlank() ? "未命名" : name,
                sha256,
                size,
                id,
                options.dryRun(),
                options.partial(),
                options.usualSource() == null || options.usualSource().isBlank() ? null : options.usualSource(),
                by,
                clock.instant());
    }

    /** Imports the file of a dry run. */
    public ImportRun confirm(UUID dryRun, boolean partial, Actor by) {
        ImportRun checked = require(dryRun);
        if (checked.state() != ImportState.CHECKED && checked.state() != ImportState.REFUSED) {
            throw new Refusal("id", "该文件" + checked.state().label() + ",不能再确认导入。请重新上传。");
        }
        ImportRun.Order old = checked.order();
        ImportRun.Order order = new ImportRun.Order(
                old.kind(),
                old.fileName(),
                old.sha256(),
                old.size(),
                old.fileOf(),
                false,
                partial,
                old.usualSource(),
                by,
                clock.instant());
        ImportRun run = ImportRun.started(UUID.randomUUID(), order);
        runs.add(run);
        return start(run);
    }

    /** Goes on with an import that was cut off; rows already written are recognised by their keys. */
    public ImportRun resume(UUID id) {
        require(id);
        if (!runs.takeOver(id)) {
            throw new Refusal("id", "该导入没有中断，不需要继续。");
        }
        return start(require(id));
    }

    public Optional<ImportRun> find(UUID id) {
        return runs.find(id);
    }

    public List<ImportRun> recent(int most) {
        return runs.recent(most);
    }

    public List<RowError> errors(UUID id, int most) {
        return runs.errors(id, most);
    }

    public int countErrors(UUID id) {
        return runs.countErrors(id);
    }

    public List<FieldEdit> changes(UUID id, int most) {
        return runs.changes(id, most);
    }

    public int countChanges(UUID id) {
        return runs.countChanges(id);
    }

    /** The refused rows as a sheet that can be corrected and uploaded again. */
    public void writeErrorSheet(UUID id, OutputStream out) {
        ImportRun run = require(id);
        new ErrorSheet(run).write(out, reader -> runs.eachError(id, reader));
    }

    @Override
    public void destroy() {
        // Batches at work end; what remains is resumed on another node or after the restart.
        jobs.shutdownNow();
        try {
            jobs.awaitTermination(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ImportRun require(UUID id) {
        return runs.find(id).orElseThrow(() -> new Refusal("id", "没有这次导入的记录，请重新上传文件。"));
    }

    private static String spool(InputStream content, Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(content, sha256)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportRun start(ImportRun run) {
        ImportJob job = new ImportJob(run, tools);
        jobs.execute(job::work);
        try {
            job.answerable().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // A short list behind long ones: the answer says that it is at work.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        }
        return require(run.id());
    }
}
