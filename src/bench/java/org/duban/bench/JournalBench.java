package org.duban.bench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.journal.CheckResult;
import org.duban.journal.SwitchedRecorder;
import org.duban.journal.Verification;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.problem.TaskForms;

/**
 * What the record costs when a task is completed, with it and without it in turn in one application; and how fast it is
 * verified, against one core that only computes the keyed hash of the same bytes.
 */
final class JournalBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 200);
    private static final int PAIRS = 8;
    private static final int TASKS = 100;
    private static final int RECORD = Integer.getInteger("bench.rows", 20_000);

    void run() throws Exception {
        Report.title("journal");
        try (City city = City.fresh("journal")) {
            Report.database(city.dataSource());
            city.bean(CityClock.class)
                    .freezeAt(LocalDateTime.parse("2026-03-02T09:00")
                            .atZone(Zones.CITY)
                            .toInstant());
            Imports imports = new Imports(city);
            completing(city, imports);
            verifying(city, imports);
        }
    }

    private void completing(City city, Imports imports) throws Exception {
        Path list = Rows.list("记录测速清单", WARM_UP + 2 * PAIRS * TASKS, Rows.Fault.NONE, 1);
        imports.run(list, false, done -> {});
        List<Task> tasks = city.bean(TaskService.class)
                .createTaskQuery()
                .taskDefinitionKey("UserTask_SignFor")
                .listPage(0, WARM_UP + 2 * PAIRS * TASKS);
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

    private void verifying(City city, Imports imports) throws Exception {
        imports.run(Rows.list("记录核验清单", RECORD, Rows.Fault.NONE, 1), false, done -> {});
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
