package org.duban.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.duban.intake.ImportRuns.StoredError;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.problem.ListKey;
import org.duban.problem.ListedProblem;
import org.duban.problem.NewProblem;
import org.duban.problem.Registered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second pass: writes the good rows, each problem with its process in one transaction. Batches of about fifty are four to
 * five times as fast as single rows; when a batch fails it is halved until the failing rows are found, so that a failing
 * row costs only itself.
 */
final class ListWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ListWriter.class);
    private static final int BATCH = 50;
    private static final int WORKERS = 2;
    private static final int WAITING_BATCHES = 6;

    private final ProblemList list;
    private final ProblemRows reader;
    private final StoredList stored;
    private final Registrar registrar;
    private final TransactionTemplate transaction;
    private final Findings findings;
    private final Actor by;
    private final BitSet leftOut;

    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger updated = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<RuntimeException> fatal = new AtomicReference<>();
    private final ImportRun.Counts checked;

    /** @param leftOut rows refused by the check; {@code checked} its counts */
    ListWriter(
            ProblemList list,
            ProblemRows reader,
            StoredList stored,
            Registrar registrar,
            TransactionTemplate transaction,
            Findings findings,
            Actor by,
            BitSet leftOut,
            ImportRun.Counts checked) {
        this.list = list;
        this.reader = reader;
        this.stored = stored;
        this.registrar = registrar;
        this.transaction = transaction;
        this.findings = findings;
        this.by = by;
        this.leftOut = leftOut;
        this.checked = checked;
    }

    /** All rows in one transaction: all of them, or none and the rows that stood in the way. */
    void writeAtOnce() {
        List<int[]> outcomes = new ArrayList<>();
        List<ListRow> current = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> batches(batch -> {
                current.clear();
                current.addAll(batch);
                outcomes.add(write(batch));
            }));
        } catch (RuntimeException e) {
            nameCulprits(current, e);
            return;
        }
        outcomes.forEach(this::count);
        findings.progress(counts());
    }

    /** Tries the rows of the failed batch one by one without keeping them. */
    private void nameCulprits(List<ListRow> batch, RuntimeException cause) {
        List<StoredError> errors = new ArrayList<>();
        for (ListRow row : batch) {
            try {
                transaction.executeWithoutResult(status -> {
                    write(List.of(row));
                    status.setRollbackOnly();
                });
            } catch (RuntimeException e) {
                errors.add(new StoredError(error(row, e), null));
            }
        }
        boolean notTheRows = errors.isEmpty() || errors.size() == batch.size() && !(cause instanceof Refusal);
        if (notTheRows) {
            throw cause;
        }
        failed.addAndGet(errors.size());
        findings.errors(errors);
    }

    /** Batch by batch on two threads; what is written stays written when the machine stops midway. */
    void writeInBatches() {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS, task -> new Thread(task, "intake-writer"));
        Semaphore room = new Semaphore(WAITING_BATCHES);
        try {
            batches(batch -> {
                room.acquireUninterruptibly();
                workers.execute(() -> {
                    try {
                        if (fatal.get() == null) {
                            writeOrRetry(batch);
                        }
                    } catch (RuntimeException e) {
                        fatal.compareAndSet(null, e);
                    } finally {
                        room.release();
                    }
                });
            });
        } finally {
            finish(workers);
        }
        if (fatal.get() != null) {
            throw fatal.get();
        }
    }

    ImportRun.Counts counts() {
        int done = created.get() + updated.get() + unchanged.get() + failed.get();
        return new ImportRun.Counts(
                checked.rows(),
                done,
                checked.good(),
                created.get(),
                updated.get(),
                unchanged.get(),
                checked.rejected() + failed.get());
    }

    private void batches(Consumer<List<ListRow>> writer) {
        List<ListRow> batch = new ArrayList<>(BATCH);
        list.rows(
                row -> {
                    ProblemRows.Result result = leftOut.get(row.number()) ? null : reader.read(row);
                    if (result != null && !result.refused()) {
                        batch.add(result.listed());
                    }
                    if (batch.size() == BATCH) {
                        writer.accept(List.copyOf(batch));
                        batch.clear();
                    }
                    return fatal.get() == null && !Thread.currentThread().isInterrupted();
                },
                note -> {});
        if (Thread.currentThread().isInterrupted()) {
            fatal.compareAndSet(null, new IllegalStateException("the application is stopping"));
            throw fatal.get();
        }
        if (!batch.isEmpty() && fatal.get() == null) {
            writer.accept(List.copyOf(batch));
        }
    }

    private void writeOrRetry(List<ListRow> batch) {
        try {
            count(transaction.execute(status -> write(batch)));
        } catch (RuntimeException e) {
            LOG.info(
                    "A batch of {} rows failed, looking for the rows that cannot be written: {}",
                    batch.size(),
                    e.toString());
            salvage(batch, e);
        }
        findings.progress(counts());
    }

    /** When no row of several can be written and none is refused by a rule, it is not the rows. */
    private void salvage(List<ListRow> batch, RuntimeException first) {
        Map<ListRow, RuntimeException> faults = new LinkedHashMap<>();
        apart(batch, first, faults);
        boolean byRule = faults.values().stream().anyMatch(Refusal.class::isInstance);
        if (faults.size() == batch.size() && !byRule && batch.size() > 1) {
            throw first;
        }
        failed.addAndGet(faults.size());
        findings.errors(faults.entrySet().stream()
                .map(fault -> new StoredError(error(fault.getKey(), fault.getValue()), null))
                .toList());
    }

    /** Halves what failed until the failing rows stand alone: one bad row of fifty costs a dozen tries, not fifty. */
    private void apart(List<ListRow> batch, RuntimeException fault, Map<ListRow, RuntimeException> faults) {
        if (batch.size() == 1) {
            faults.put(batch.get(0), fault);
            return;
        }
        int middle = batch.size() / 2;
        for (List<ListRow> half : List.of(batch.subList(0, middle), batch.subList(middle, batch.size()))) {
            try {
                count(transaction.execute(status -> write(half)));
            } catch (RuntimeException e) {
                apart(half, e, faults);
            }
        }
    }

    private RowError error(ListRow row, RuntimeException e) {
        if (e instanceof Refusal refusal) {
            return new RowError(row.row(), null, row.problem().listSerial(), refusal.getMessage(), "请按提示改正后重新导入该行。");
        }
        LOG.warn("Row {} could not be written", row.row(), e);
        return new RowError(
                row.row(), null, row.problem().listSerial(), "写入时出错，该行未导入", "其他行不受影响。请稍后重新导入同一文件；仍然出错请联系管理员。");
    }

    private int[] write(List<ListRow> batch) {
        Map<ListKey, ListedProblem> known = stored.of(batch);
        List<NewProblem> fresh = new ArrayList<>();
        int edits = 0;
        for (ListRow row : batch) {
            ListedProblem before = known.get(row.problem().key());
            if (before == null) {
                fresh.add(row.problem());
                continue;
            }
            NewProblem newer = StoredList.underOldTitle(row.problem(), before);
            if (!before.changes(newer).isEmpty()) {
                registrar.update(before.no(), newer, by);
                edits++;
            }
        }
        int born = 0;
        if (!fresh.isEmpty()) {
            for (Registered registered : registrar.register(fresh, by)) {
                born += registered.outcome() == Registered.Outcome.CREATED ? 1 : 0;
            }
        }
        return new int[] {born, edits, batch.size() - born - edits};
    }

    private void count(int[] outcome) {
        created.addAndGet(outcome[0]);
        updated.addAndGet(outcome[1]);
        unchanged.addAndGet(outcome[2]);
    }

    /** Waits for batches at work even when told to stop: their database must not be closed under them. */
    private void finish(ExecutorService workers) {
        workers.shutdown();
        boolean interrupted = false;
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
                fatal.compareAndSet(null, new IllegalStateException("the application is stopping"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
