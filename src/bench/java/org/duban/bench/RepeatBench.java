package org.duban.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.petition.repeat.Lookout;
import org.duban.petition.repeat.Sight;
import org.duban.petition.repeat.store.PrintStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters like one new letter among 100,000, with everything between the question and the scored answer. */
final class RepeatBench {

    private static final int LETTERS = 100_000;
    private static final int AT_ONCE = 1_000;
    private static final int WARM_UP = 100;
    private static final int TIMES = 300;
    private static final int SCANS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private final Complaints complaints = new Complaints(20261125);
    private final List<Complaints.Matter> matters = new ArrayList<>();
    private City city;
    private Lookout lookout;

    void run() throws Exception {
        Report.title("repeats");
        try (City fresh = City.fresh("repeats")) {
            city = fresh;
            lookout = city.bean(Lookout.class);
            Report.database(city.dataSource());
            fill();
            city.db().sql("vacuum analyze").update();
            List<Sight> asked = new ArrayList<>();
            List<Integer> about = new ArrayList<>();
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                int matter = (i * 7_919) % matters.size();
                about.add(matter);
                asked.add(sight(LETTERS + i, complaints.again(matters.get(matter))));
            }
            double indexed = measure(asked, about);
            double scanned = scan(asked);
            Report.ratio("a sequential scan's median / the index's median", 5, false, List.of(scanned / indexed));
            plan(asked.get(WARM_UP));
        }
    }

    private static Sight sight(int number, String body) {
        return Lookout.sight(
                CaseNo.of("XF%04d-%06d".formatted(2019 + number / 1_000_000, number % 1_000_000)),
                body,
                FIRST_DAY.plusDays(number / 40));
    }

    private void fill() {
        JdbcTemplate db = new JdbcTemplate(city.dataSource());
        // The ledger's search has an index of its own, which is not what is measured here.
        db.execute("drop index petition_search");
        long begun = System.nanoTime();
        for (int from = 0; from < LETTERS; from += AT_ONCE) {
            List<Object[]> letters = new ArrayList<>();
            List<Object[]> prints = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                Complaints.Matter matter = complaints.matter();
                matters.add(matter);
                String body = complaints.letter(matter);
                Sight sight = sight(i, body);
                letters.add(new Object[] {sight.no().value(), sight.no().value(), sight.receivedOn(), body});
                prints.add(new Object[] {
                    sight.no().value(),
                    sight.print().pairs(),
                    sight.places().toArray(String[]::new),
                    sight.firms().toArray(String[]::new),
                    sight.receivedOn()
                });
            }
            db.batchUpdate("""
                    insert into petition (no, number_scope, number_key, content_sha256, channel, received_on, title, body, petitioner,
                        state, registered_at, registered_by)
                    values (?, '', ?, '', 'LETTER', ?, '', ?, 'UNKNOWN', 'CLOSED', now(), 'bench')""", letters);
            db.batchUpdate(
                    "insert into petition_print (no, pairs, places, firms, received_on) values (?, ?, ?, ?, ?)",
                    prints);
        }
        Report.line("%d letters written in %.0f s, index kept", LETTERS, (System.nanoTime() - begun) / 1e9);
        Report.line(
                "index %s, table %s",
                size("pg_relation_size('petition_print_pairs')"), size("pg_table_size('petition_print')"));
    }

    private String size(String of) {
        return city.db()
                .sql("select pg_size_pretty(" + of + ")")
                .query(String.class)
                .single();
    }

    private double measure(List<Sight> asked, List<Integer> about) {
        List<Double> times = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < asked.size(); i++) {
            long begun = System.nanoTime();
            List<Lookout.Found> alike = lookout.alike(asked.get(i));
            double took = (System.nanoTime() - begun) / 1e6;
            if (i >= WARM_UP) {
                times.add(took);
                CaseNo wanted = sight(about.get(i), "").no();
                found += alike.stream().anyMatch(one -> one.no().equals(wanted)) ? 1 : 0;
            }
        }
        Report.line(
                "one new letter: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms; target 100 ms",
                Report.median(times), Report.quantile(times, 0.95), Report.quantile(times, 1));
        Report.line("the letter it repeats, told in other words, is among the proposed: %d of %d", found, TIMES);
        return Report.median(times);
    }

    private double scan(List<Sight> asked) {
        TransactionTemplate transaction = new TransactionTemplate(city.bean(PlatformTransactionManager.class));
        List<Double> times = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            // The plan of the statement was kept; without it the switches would change nothing.
            city.db().sql("discard plans").update();
            city.db().sql("set local enable_bitmapscan = off").update();
            city.db().sql("set local enable_indexscan = off").update();
            for (int i = 0; i < SCANS; i++) {
                long begun = System.nanoTime();
                lookout.alike(asked.get(WARM_UP + i));
                times.add((System.nanoTime() - begun) / 1e6);
            }
            city.db().sql("discard plans").update();
        });
        Report.line("the same question by sequential scan: median %.0f ms", Report.median(times));
        return Report.median(times);
    }

    private void plan(Sight sight) {
        int[] rare = lookout.rarest(sight);
        Report.line("%d pairs asked for of %d", rare.length, sight.print().size());
        List<String> plan = city.db()
                .sql("explain (analyze, buffers) " + PrintStore.CANDIDATES)
                .param("rare", rare)
                .param("no", sight.no().value())
                .param("most", 4_000)
                .query(String.class)
                .list();
        plan.forEach(line -> Report.line("   %s", line.replace("%", "%%").substring(0, Math.min(160, line.length()))));
        if (plan.stream().noneMatch(line -> line.contains("petition_print_pairs"))) {
            throw new IllegalStateException("The index is not used: " + Arrays.toString(rare));
        }
    }
}
