package org.duban.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.bench.Rows.Fault;
import org.duban.intake.ImportRun;
import org.duban.problem.ProblemState;

/** Lists brought in, against a bare engine that starts as many instances of the same model, 50 per transaction. */
final class ImportBench {

    static final String CITY = "import";

    private static final int SHORT = 202;
    private static final int PAIRS = 3;
    private static final int PAIR_ROWS = 5_000;
    private static final int LONG = Integer.getInteger("bench.rows", 100_000);
    private static final int PER_TRANSACTION = 50;
    private static final int THREADS = 2;

    private final AtomicInteger bareCases = new AtomicInteger(1);
    private int lists;

    void run() throws Exception {
        Report.title("import");
        try (City city = City.fresh(CITY);
                BareEngine bare = new BareEngine(city.dataSource())) {
            Report.database(city.dataSource());
            Imports imports = new Imports(city);
            warmUp(imports, bare);
            shortLists(imports);
            statements(city, imports, bare);
            pairs(imports, bare);
            longList(imports, bare);
            badRows(city, imports);
        }
    }

    private void warmUp(Imports imports, BareEngine bare) throws Exception {
        for (int i = 0; i < 3; i++) {
            rate(imports, 2_000, Fault.NONE, 1);
            bareRate(bare, 2_000);
        }
    }

    private void shortLists(Imports imports) throws Exception {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            milliseconds.add(SHORT / rate(imports, SHORT, Fault.NONE, 1) * 1_000);
        }
        Report.line(
                "%d rows: median %.0f ms, slowest %.0f ms (target 2000 ms)",
                SHORT, Report.median(milliseconds), Report.quantile(milliseconds, 1));
    }

    private void statements(City city, Imports imports, BareEngine bare) throws Exception {
        city.meter().reset();
        Path list = list(1_000, Fault.NONE, 1);
        city.meter().run(() -> imports.run(list, false, done -> {}));
        bare.meter().reset();
        bare.meter().run(() -> bareRate(bare, 1_000));
        Report.line(
                "per row: Duban %.1f statements in %.2f round trips, bare engine %.1f in %.2f",
                city.meter().statements() / 1_000.0,
                city.meter().roundTrips() / 1_000.0,
                bare.meter().statements() / 1_000.0,
                bare.meter().roundTrips() / 1_000.0);
        city.meter().printMost(Integer.getInteger("bench.statements", 0), 1_000);
    }

    private void pairs(Imports imports, BareEngine bare) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            double ours = rate(imports, PAIR_ROWS, Fault.NONE, 1);
            double theirs = bareRate(bare, PAIR_ROWS);
            Report.line("pair: Duban %.0f rows/s, bare engine %.0f starts/s", ours, theirs);
            ratios.add(ours / theirs);
        }
        Report.ratio("import rate / bare starts, lists of " + PAIR_ROWS, 0.5, false, ratios);
    }

    private void longList(Imports imports, BareEngine bare) throws Exception {
        Path list = list(LONG, Fault.NONE, 1);
        double before = bareRate(bare, 2 * PAIR_ROWS);
        HeapProbe heap = new HeapProbe(LONG);
        long begun = System.nanoTime();
        ImportRun run = imports.run(list, false, heap::reached);
        double ours = LONG / seconds(begun);
        double after = bareRate(bare, 2 * PAIR_ROWS);
        expect(run, LONG, 0);
        Report.line(
                "%d rows in one list: %.0f rows/s (target 500); bare engine %.0f starts/s before and %.0f after",
                LONG, ours, before, after);
        Report.ratio("long import rate / bare starts", 0.5, false, List.of(ours / before, ours / after));
        heap.print();
    }

    /** A failing row costs only itself, whether the check finds it or only the database. */
    private void badRows(City city, Imports imports) throws Exception {
        city.db().sql("""
                create or replace function bench_refuse() returns trigger language plpgsql as
                'begin raise exception ''refused for the benchmark''; end'""").update();
        city.db()
                .sql("create trigger bench_refuse before insert on problem for each row when (new.list_serial like '%"
                        + Rows.FAILING + "') execute function bench_refuse()")
                .update();
        int rows = 10_000;
        double clean = rate(imports, rows, Fault.NONE, 1);
        double refused = rate(imports, rows, Fault.UNKNOWN_UNIT, 100);
        double failing = rate(imports, rows, Fault.FAILS_WHEN_WRITTEN, 100);
        Report.line(
                "%d rows, 1 %% bad: clean %.0f rows/s, refused by the check %.0f (x %.2f), failing when written %.0f (x %.2f)",
                rows, clean, refused, refused / clean, failing, failing / clean);
        city.db().sql("drop trigger bench_refuse on problem").update();
    }

    private Path list(int rows, Fault fault, int every) throws Exception {
        return Rows.list("测速清单" + ++lists, rows, fault, every);
    }

    private double rate(Imports imports, int rows, Fault fault, int every) throws Exception {
        Path list = list(rows, fault, every);
        long begun = System.nanoTime();
        ImportRun run = imports.run(list, fault != Fault.NONE, done -> {});
        double rate = rows / seconds(begun);
        expect(run, fault == Fault.NONE ? rows : rows - rows / every, fault == Fault.NONE ? 0 : rows / every);
        return rate;
    }

    private static void expect(ImportRun run, int created, int rejected) {
        ImportRun.Counts counts = run.counts();
        if (counts.created() != created || counts.rejected() != rejected) {
            throw new IllegalStateException(run.state() + " " + counts + " " + run.message() + ", expected " + created
                    + " in state " + ProblemState.DISPATCHED);
        }
    }

    private double bareRate(BareEngine bare, int starts) throws Exception {
        CountDownLatch done = new CountDownLatch(THREADS);
        AtomicInteger left = new AtomicInteger(starts / PER_TRANSACTION);
        long begun = System.nanoTime();
        for (int thread = 0; thread < THREADS; thread++) {
            new Thread(() -> {
                        while (left.getAndDecrement() > 0) {
                            bare.start(bareCases.getAndAdd(PER_TRANSACTION), PER_TRANSACTION);
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        return starts / seconds(begun);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** What lives on the heap at every tenth of the way, and the most that was ever used. */
    private static final class HeapProbe {

        private final int total;
        private final List<Long> megabytes = new ArrayList<>();

        HeapProbe(int total) {
            this.total = total;
            ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        }

        void reached(int rows) {
            if (rows >= (long) total * (megabytes.size() + 1) / 10 && megabytes.size() < 10) {
                System.gc();
                megabytes.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
            }
        }

        void print() {
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            Report.line(
                    "heap used after collection at every tenth, MB: %s; peak of all pools %d MB of %d MB",
                    megabytes, peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
