package org.duban.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.problem.TaskForms;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A midnight storm: 20,000 checkpoints due at once while 200,000 lie in the future, swept by the watch's own process with
 * decision, ledger, steps, messages and everybody who listens, while a clerk completes tasks. Beside it, in the same run
 * and on the same server, a bare engine that fires timers with 200,000 in the future.
 */
final class StormBench {

    private static final int DUE = 20_000;
    private static final int FUTURE = 200_000;
    private static final LocalDate MORNING = LocalDate.of(2026, 4, 1);

    void run() throws Exception {
        Report.title("storm");
        try (City city = City.fresh("storm")) {
            Report.database(city.dataSource());
            List<Double> shipped = new ArrayList<>();
            List<Double> tuned = new ArrayList<>();
            sweep(city, 2_000, "warm up");
            for (int pair = 0; pair < 3; pair++) {
                double ours = sweep(city, DUE, "Duban");
                try (BareTimers bare = new BareTimers(city.dataSource(), false)) {
                    shipped.add(ours / bare.rate(FUTURE, 25));
                }
                try (BareTimers bare = new BareTimers(city.dataSource(), true)) {
                    tuned.add(ours / bare.rate(FUTURE, 15));
                }
            }
            Report.ratio("storm against bare timers as shipped", 20, false, shipped);
            Report.ratio("storm against bare timers tuned and indexed", 2, false, tuned);
        }
    }

    private double sweep(City city, int due, String name) throws Exception {
        city.bean(CityClock.class)
                .freezeAt(LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Zones.CITY).toInstant());
        fill(city, due);
        UserAtWork user = new UserAtWork(city);
        city.bean(CityClock.class)
                .freezeAt(MORNING.atTime(0, 5).atZone(Zones.CITY).toInstant());
        Thread clerk = new Thread(user, "clerk");
        clerk.start();
        city.meter().reset();
        long begun = System.nanoTime();
        city.meter().run(() -> watch(city));
        double seconds = (System.nanoTime() - begun) / 1e9;
        user.stop();
        clerk.join();
        long steps = city.db()
                .sql("select count(*) from deadline_step")
                .query(Long.class)
                .single();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Report.line(
                "%s: %d checkpoints in %.1f s, %.0f a second; %.2f statements each; %d steps, %d messages kept; heap in use %d MB;"
                        + " meanwhile a clerk completed %d tasks, the slowest in %d ms",
                name,
                due,
                seconds,
                due / seconds,
                city.meter().statements() / (double) due,
                steps,
                city.db().sql("select count(*) from message").query(Long.class).single(),
                heap.getUsed() >> 20,
                user.completed,
                user.slowest);
        if (steps < due) {
            throw new IllegalStateException("only " + steps + " of " + due + " were acted on");
        }
        return due / seconds;
    }

    /** The watch's process, its jobs executed as the executor would, one after the other. */
    private static void watch(City city) {
        EngineIdentity identity = city.bean(EngineIdentity.class);
        RuntimeService runtime = city.bean(RuntimeService.class);
        ManagementService jobs = city.bean(ManagementService.class);
        identity.asApplication(() -> {
            String watch = runtime.startProcessInstanceByKey("DeadlineWatch").getId();
            for (Job job = next(jobs, watch); job != null; job = next(jobs, watch)) {
                jobs.executeJob(job.getId());
            }
        });
    }

    private static Job next(ManagementService jobs, String watch) {
        return jobs.createJobQuery().processInstanceId(watch).singleResult();
    }

    /** Problems whose limit was yesterday, each with the ledger's row as the ledger would have opened it. */
    private static void fill(City city, int due) {
        city.db().sql("truncate deadline_step, message, deadline cascade").update();
        city.db().sql("delete from problem_unit").update();
        city.db().sql("delete from problem where source = '风暴'").update();
        city.db()
                .sql("""
                        insert into problem (no, source, title, description, risk, lead_unit, supervising_unit,
                            deadline_kind, due_on, due_precision, state, registered_at, registered_by)
                        select 'WT2026-' || lpad((500000 + n)::text, 6, '0'), '风暴', '第 ' || n || ' 条河段水质不稳定', '内容',
                               'MEDIUM', (array['350502', '350521', '350581', '350582', '350583'])[1 + n % 5],
                               '35050012', 'DATE', :dueOn, 'DAY', 'RECTIFYING', now(), 'coordinator'
                          from generate_series(1, :due) n""")
                .param("due", due)
                .param("dueOn", MORNING.minusDays(1))
                .update();
        deadlines(city, "storm", due, MORNING.minusDays(1));
        deadlines(city, "future", FUTURE, MORNING.plusDays(200));
        city.db().sql("analyze deadline, problem").update();
    }

    private static void deadlines(City city, String key, int count, LocalDate dueOn) {
        city.db()
                .sql("""
                        insert into deadline (case_no, kind, key, name, rule, rule_version, clause, start_on, start_at,
                            rest_day, calendar_version, original_due_on, current_due_on, provisional, opened_at, due_at,
                            watched_from, checkpoint_at)
                        select 'WT2026-' || lpad((500000 + n)::text, 6, '0'), 'SUBJECT', :key || n, '整改时限',
                               'UserTask_ReportDone', 'DeadlineRule:1', '以问题的整改时限为准', :dueOn::date - 30,
                               (:dueOn::date - 30)::timestamptz, 'STAYS', 1, :dueOn, :dueOn, false, now(),
                               (:dueOn::date + 1)::timestamp at time zone 'Asia/Shanghai', timestamptz '2026-03-02',
                               (:dueOn::date + 1)::timestamp at time zone 'Asia/Shanghai'
                          from generate_series(1, :count) n""")
                .param("key", key)
                .param("count", count)
                .param("dueOn", dueOn)
                .update();
    }

    /** A clerk who signs for one problem after the other. */
    private static final class UserAtWork implements Runnable {

        private final AtomicBoolean working = new AtomicBoolean(true);
        private final City city;
        private final List<String> tasks = new ArrayList<>();
        private int completed;
        private long slowest;

        UserAtWork(City city) throws Exception {
            this.city = city;
            new Imports(city).run(Rows.ofJinjiang("风暴中" + System.nanoTime(), 200), false, done -> {});
            city.bean(EngineIdentity.class)
                    .asApplication(
                            () -> city
                                    .bean(TaskService.class)
                                    .createTaskQuery()
                                    .taskDefinitionKey("UserTask_SignFor")
                                    .list()
                                    .stream()
                                    .map(Task::getId)
                                    .forEach(tasks::add));
        }

        @Override
        public void run() {
            EngineIdentity identity = city.bean(EngineIdentity.class);
            List<String> groups = List.copyOf(city.bean(People.class)
                    .byUsername("clerk350582")
                    .orElseThrow()
                    .groups());
            for (String task : tasks) {
                if (!working.get()) {
                    return;
                }
                long begun = System.nanoTime();
                identity.asPerson("clerk350582", groups, () -> city.bean(TaskService.class)
                        .complete(
                                task,
                                Map.of(
                                        "form",
                                        Variables.byteArrayValue(
                                                TaskForms.sign().getBytes(), true))));
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
                completed++;
            }
        }

        void stop() {
            working.set(false);
        }
    }

    /** A bare engine at history FULL whose timers are fired by its own job executor. */
    private static final class BareTimers implements AutoCloseable {

        private static final int REAL = 3_000;

        private final BareEngine bare;
        private final boolean tuned;

        BareTimers(DataSource server, boolean tuned) throws Exception {
            this.bare = new BareEngine(server);
            this.tuned = tuned;
        }

        /** Timers fired a second, over so many seconds or until none is due. */
        double rate(int future, int seconds) throws Exception {
            ProcessEngine engine = bare.engine();
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance("timer.bpmn", model())
                    .deploy();
            bare.start("OneTimer", REAL);
            JdbcClient db = JdbcClient.create(bare.dataSource());
            db.sql("""
                            insert into act_ru_job select (jsonb_populate_record(j, jsonb_build_object(
                                'id_', 'future' || n, 'execution_id_', 'future' || n, 'process_instance_id_', 'future' || n,
                                'duedate_', '2030-01-01T00:00:00'))).*
                              from act_ru_job j, generate_series(1, :future) n
                             where j.id_ = (select min(id_) from act_ru_job)""").param("future", future).update();
            if (tuned) {
                db.sql("create index on act_ru_job (duedate_)").update();
            }
            db.sql("analyze act_ru_job").update();
            return bare.fire(
                    seconds, REAL, tuned, () -> db.sql("select count(*) from act_hi_actinst where act_id_ = 'fired'")
                            .query(Long.class)
                            .single());
        }

        private static BpmnModelInstance model() {
            return Bpmn.createExecutableProcess("OneTimer")
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .intermediateCatchEvent("wait")
                    .timerWithDate("2020-01-01T00:00:00")
                    .serviceTask("fired")
                    .camundaExpression("${true}")
                    .endEvent()
                    .done();
        }

        @Override
        public void close() throws Exception {
            bare.close();
        }
    }
}
