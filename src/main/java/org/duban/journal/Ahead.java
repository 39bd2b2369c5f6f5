package org.duban.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does work in order on a second thread while the first goes on reading, a few batches ahead and no more. What the work
 * throws, the first thread hears at the next batch or at the end.
 */
final class Ahead implements AutoCloseable {

    private static final int BATCH = 512;
    private static final int BATCHES = 8;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "journal-check");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Future<?>> underway = new ArrayDeque<>();
    private List<Runnable> batch = new ArrayList<>(BATCH);

    void add(Runnable work) {
        batch.add(work);
        if (batch.size() == BATCH) {
            hand();
        }
    }

    /** Waits until everything is done. */
    void finish() {
        hand();
        while (!underway.isEmpty()) {
            await();
        }
    }

    private void hand() {
        List<Runnable> full = batch;
        batch = new ArrayList<>(BATCH);
        underway.add(worker.submit(() -> full.forEach(Runnable::run)));
        if (underway.size() > BATCHES) {
            await();
        }
    }

    private void await() {
        try {
            underway.remove().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking the record", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
