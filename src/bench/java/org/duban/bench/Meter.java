package org.duban.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Adds up time, statements and round trips to the database of what runs inside {@link #run}. */
final class Meter {

    private final LongAdder statements = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();
    private final Map<String, LongAdder> bySql = new ConcurrentHashMap<>();
    private volatile boolean running;
    private long nanos;

    interface Work {
        void run() throws Exception;
    }

    void run(Work work) {
        running = true;
        long begun = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            nanos += System.nanoTime() - begun;
            running = false;
        }
    }

    /** Called by the counting data source. */
    void count(String sql, int executed) {
        if (running) {
            statements.add(executed);
            bySql.computeIfAbsent(sql, text -> new LongAdder()).add(executed);
        }
    }

    void roundTrip() {
        if (running) {
            roundTrips.increment();
        }
    }

    void reset() {
        statements.reset();
        roundTrips.reset();
        bySql.clear();
        nanos = 0;
    }

    long statements() {
        return statements.sum();
    }

    long roundTrips() {
        return roundTrips.sum();
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** The statements executed most, one line each. */
    void printMost(int lines, int cases) {
        bySql.entrySet().stream()
                .sorted((one, other) ->
                        Long.compare(other.getValue().sum(), one.getValue().sum()))
                .limit(lines)
                .forEach(entry -> Report.line(
                        "   %6.2f  %s",
                        entry.getValue().sum() / (double) cases,
                        entry.getKey()
                                .replaceAll("\\s+", " ")
                                .transform(text -> text.substring(0, Math.min(150, text.length())))));
    }
}
