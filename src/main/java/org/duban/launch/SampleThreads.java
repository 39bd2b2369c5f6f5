package org.duban.launch;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs parts of the sample side by side that have nothing to do with each other, each in a time of its own. */
final class SampleThreads {

    private static final int MOST = 4;

    private SampleThreads() {}

    /** Does the work for each, on as many threads as the machine has cores, and waits for all of it. */
    static <T> void each(Collection<T> all, Consumer<T> work) {
        together(
                Math.min(MOST, Runtime.getRuntime().availableProcessors()),
                all.stream().<Runnable>map(one -> () -> work.accept(one)).toList());
    }

    /** Does all of it side by side and waits for it; what goes wrong in one is told when the others are done. */
    static void together(Runnable... works) {
        together(works.length, List.of(works));
    }

    private static void together(int threads, Collection<Runnable> works) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "sample-city"));
        try {
            List<Callable<Object>> calls =
                    works.stream().map(Executors::callable).collect(Collectors.toList());
            for (Future<Object> done : pool.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
