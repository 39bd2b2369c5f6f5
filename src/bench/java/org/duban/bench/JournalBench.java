package org.duban.bench;

import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.journal.CheckResult;
import org.duban.journal.JournalExport;
import org.duban.journal.Sealing;
import org.duban.journal.SwitchedRecorder;
import org.duban.journal.Verification;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.TaskForms;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the record costs when a task is completed, with it and without it in turn in one application; and how fast it is
 * verified, against one core that only computes the keyed hash of the same bytes.
 */
final class JournalBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 100);
    private static final int PAIRS = 8;
    private static final int TASKS = 40;
    private static final int CHAINS = 200;
    private static final int SEALS = 365;
    private static final int PER_CHAIN = Integer.getInteger("bench.rows", 20_000) / CHAINS;

    void run() throws Exception {
        Report.title("journal");
        try (City city = City.fresh("journal")) {
            Report.database(city.dataSource());
            completing(city);
            verifying(city);
        }
    }

    private void completing(City city) {
        int wanted = WARM_UP + 2 * PAIRS * TASKS;
        ProblemService problems = city.bean(ProblemService.class);
        Deadline yearEnd = Deadline.on(LocalDate.now(city.bean(Clock.class)).plusDays(90));
        for (int from = 0; from < wanted; from += 20) {
            List<NewProblem> rows = IntStream.range(from, from + 20)
                    .mapToObj(n -> CaseDriver.row("J" + n, yearEnd, "350582"))
                    .toList();
            problems.registerAll(rows, Actor.of("coordinator", "协调员"));
        }
        List<Task> tasks = city.bean(TaskService.class)
                .createTaskQuery()
                .taskDefinitionKey("UserTask_SignFor")
                .listPage(0, wanted);
        complete(city, tasks.subList(0, WARM_UP));
        List<Double> time = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        int next = WARM_UP;
        for (int pair = 0; pair < PAIRS; pair++) {
            double[] seconds = new double[2];
            double[] counted = new double[2];
            // Which comes first changes from pair to pair.
            for (int turn = 0; turn < 2; turn++) {
                int on = (pair + turn) % 2;
                SwitchedRecorder.turn(on == 1);
                List<Task> these = tasks.subList(next, next += TASKS);
                city.meter().reset();
                city.meter().run(() -> complete(city, these));
                seconds[on] = city.meter().seconds();
                counted[on] = city.meter().statements() / (double) TASKS;
            }
            SwitchedRecorder.turn(true);
            time.add(seconds[1] / seconds[0]);
            statements.add(counted[1] - counted[0]);
            Report.line(
                    "completing a task: with %.2f ms, %.1f statements; without %.2f ms, %.1f statements",
                    seconds[1] * 1_000 / TASKS, counted[1], seconds[0] * 1_000 / TASKS, counted[0]);
        }
        Report.ratio("time of completing a task, record on / off", 1.25, true, time);
        Report.line("statements more: %.1f", Report.median(statements));
    }

    private static void complete(City city, List<Task> tasks) {
        EngineIdentity identity = city.bean(EngineIdentity.class);
        TaskService service = city.bean(TaskService.class);
        for (Task task : tasks) {
            String unit = (String) service.getVariable(task.getId(), "leadUnit");
            identity.asPerson("clerk" + unit, () -> service.complete(task.getId(), Map.of("form", TaskForms.sign())));
        }
    }

    /** As long as an ordinary step's entry. */
    private record Said(CaseNo caseNo, Instant at) implements Fact {

        @Override
        public String type() {
            return "bench.said";
        }

        @Override
        public Actor by() {
            return Actor.system();
        }

        @Override
        public Map<String, Object> data() {
            return Map.of("text", "整改措施".repeat(150));
        }
    }

    private void verifying(City city) throws Exception {
        TransactionTemplate transaction = city.bean(TransactionTemplate.class);
        Instant at = city.bean(Clock.class).instant();
        List<CaseNo> cases = IntStream.range(0, CHAINS)
                .mapToObj(n -> CaseNo.of("XF2026-%06d".formatted(500_000 + n)))
                .toList();
        long written = System.nanoTime();
        for (int i = 0; i < PER_CHAIN; i++) {
            for (int from = 0; from < CHAINS; from += 50) {
                List<CaseNo> together = cases.subList(from, from + 50);
                transaction.executeWithoutResult(
                        status -> together.forEach(one -> city.application().publishEvent(new Said(one, at))));
            }
        }
        Report.line(
                "written, 50 cases a transaction: %.0f entries a second",
                CHAINS * PER_CHAIN / ((System.nanoTime() - written) / 1e9));
        Verification verification = city.bean(Verification.class);
        for (int i = 0; i < 3; i++) {
            verification.ofAll(false);
        }
        List<Double> part = new ArrayList<>();
        for (int pair = 0; pair < 5; pair++) {
            long begun = System.nanoTime();
            CheckResult result = verification.ofAll(false);
            double ours = result.entries() / ((System.nanoTime() - begun) / 1e9);
            double bytes = city.db()
                            .sql("select avg(octet_length(body)) from journal_entry")
                            .query(Double.class)
                            .single()
                    + 200;
            double limit = limit((int) bytes);
            part.add(ours / limit);
            Report.line(
                    "verified %d entries of %.0f bytes: %.0f a second (target 20000), %s; one core's hash alone %.0f a second",
                    result.entries(), bytes, ours, result.verdict(), limit);
        }
        Report.ratio("verification / one core's HMAC-SHA-256 over as many bytes", 0.3, false, part);
        several(city, cases);
    }

    /** What a zip of 200 dossiers asks of the record, case by case and all at once, after so many daily seals. */
    private static void several(City city, List<CaseNo> cases) {
        CityClock clock = city.bean(CityClock.class);
        for (int day = 0; day < SEALS; day++) {
            clock.freezeAt(clock.instant().plus(Duration.ofDays(1)));
            city.bean(Sealing.class).sealByHand("auditor");
        }
        clock.reset();
        List<String> chains = cases.stream().map(CaseNo::value).toList();
        Verification verification = city.bean(Verification.class);
        JournalExport export = city.bean(JournalExport.class);
        List<Double> part = new ArrayList<>();
        for (int pair = 0; pair < 3; pair++) {
            long begun = System.nanoTime();
            chains.forEach(chain -> {
                verification.ofCase(chain);
                export.ofCase(chain, Writer.nullWriter());
            });
            double each = (System.nanoTime() - begun) / 1e9;
            begun = System.nanoTime();
            verification.ofCases(chains);
            JournalExport.Slices slices = export.slices(chains);
            chains.forEach(chain -> slices.write(List.of(chain), Writer.nullWriter()));
            double together = (System.nanoTime() - begun) / 1e9;
            part.add(together / each);
            Report.line(
                    "record of %d cases checked and exported after %d seals: case by case %.1f s, together %.1f s",
                    chains.size(), SEALS, each, together);
        }
        Report.ratio("checking and exporting 200 cases, together / case by case", 1.0, true, part);
    }

    private static double limit(int bytes) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] message = new byte[bytes];
        int rounds = 200_000;
        int seen = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            message[i % bytes]++;
            seen += mac.doFinal(message)[0];
        }
        double rate = rounds / ((System.nanoTime() - begun) / 1e9);
        return seen == Integer.MIN_VALUE ? 0 : rate;
    }
}
