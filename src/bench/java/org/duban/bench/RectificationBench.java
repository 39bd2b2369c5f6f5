package org.duban.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.duban.engine.EngineIdentity;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.problem.Criterion;
import org.duban.problem.ProblemState;
import org.duban.problem.Problems;
import org.duban.problem.TaskForms;

/**
 * One problem from the list to struck off with everything on (domain rows, history, ledger of deadlines, rights, one
 * piece of evidence), against the same model on a bare engine. The same steps on both sides, case by case in turn; what
 * the driver itself asks the engine is left out on both.
 */
final class RectificationBench {

    private static final int WARM_UP = Integer.getInteger("bench.warmup", 20);
    private static final int PAIRS = 5;
    private static final int CASES_PER_PAIR = 10;
    private static final Instant REGISTERED =
            LocalDateTime.parse("2026-03-02T09:00").atZone(Zones.CITY).toInstant();
    private static final Instant NOTICE_OVER =
            LocalDateTime.parse("2026-03-20T09:00").atZone(Zones.CITY).toInstant();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    void run() throws Exception {
        Report.title("rectification, list to struck off");
        try (City city = City.fresh("rectification");
                BareEngine bare = new BareEngine(city.dataSource())) {
            Report.database(city.dataSource());
            city.bean(CityClock.class).freezeAt(REGISTERED);
            Duban duban = new Duban(city);
            Bare rival = new Bare(bare);
            rounds(duban, rival, WARM_UP);
            List<Double> statements = new ArrayList<>();
            List<Double> roundTrips = new ArrayList<>();
            List<Double> throughput = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                city.meter().reset();
                bare.meter().reset();
                rounds(duban, rival, CASES_PER_PAIR);
                statements.add(city.meter().statements() / (double) bare.meter().statements());
                roundTrips.add(city.meter().roundTrips() / (double) bare.meter().roundTrips());
                throughput.add(bare.meter().seconds() / city.meter().seconds());
                print("Duban", city.meter());
                print("bare", bare.meter());
            }
            Report.ratio("statements", 1.25, true, statements);
            Report.line("round trips: %.2f", Report.median(roundTrips));
            Report.ratio("throughput", 0.85, false, throughput);
            city.meter().printMost(Integer.getInteger("bench.statements", 0), CASES_PER_PAIR);
            if (Integer.getInteger("bench.statements", 0) > 0) {
                Report.line("-- bare");
                bare.meter().printMost(Integer.getInteger("bench.statements"), CASES_PER_PAIR);
            }
        }
    }

    private static void print(String who, Meter meter) {
        Report.line(
                "%-6s per case: %.0f statements, %.0f round trips, %.1f ms",
                who,
                meter.statements() / (double) CASES_PER_PAIR,
                meter.roundTrips() / (double) CASES_PER_PAIR,
                meter.seconds() * 1_000 / CASES_PER_PAIR);
    }

    private static void rounds(Duban duban, Bare bare, int cases) throws Exception {
        List<String> ours = duban.register(cases);
        List<String> theirs = bare.register(cases);
        for (int i = 0; i < cases; i++) {
            duban.walk(ours.get(i));
            bare.walk(theirs.get(i));
        }
    }

    /** The steps both sides take. */
    private abstract static class Side {

        private final Meter meter;
        final ProcessEngine engine;

        Side(ProcessEngine engine, Meter meter) {
            this.engine = engine;
            this.meter = meter;
        }

        abstract void complete(Task task, String by, String form, Map<String, Object> routing);

        abstract void execute(ManagementService jobs, String job);

        void before(Task task) throws Exception {}

        void walk(String caseNo) throws Exception {
            String instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNo)
                    .singleResult()
                    .getId();
            step(instance, "UserTask_SignFor", "clerk350582", TaskForms.sign(), Map.of("signedFor", true));
            step(instance, "UserTask_MakePlan", "clerk350582", TaskForms.plan(DAY.plusDays(10)), Map.of());
            step(
                    instance,
                    "UserTask_ReviewPlan",
                    "coordinator",
                    TaskForms.accept(),
                    Map.of("planAccepted", true, "standing", false));
            step(instance, "UserTask_ReportDone", "clerk350582", TaskForms.done(DAY), Map.of());
            step(instance, "UserTask_HeadSign", "head350582", TaskForms.headSigns(), Map.of("headSigned", true));
            step(
                    instance,
                    "UserTask_CheckPreliminarily",
                    "head350582",
                    TaskForms.checkPreliminarily(true, DAY),
                    Map.of("preliminaryPassed", true));
            step(instance, "UserTask_Verify", "clerk35050012", TaskForms.verify(DAY), Map.of("criteriaMet", true));
            noticeOver(true);
            jobs(instance, "Catch_NoticePeriodOver");
            step(
                    instance,
                    "UserTask_ApproveStrikeOff",
                    "leader",
                    TaskForms.strikeOff(true),
                    Map.of("strikeOffApproved", true));
            noticeOver(false);
            expectStruckOff(caseNo);
        }

        void noticeOver(boolean over) {}

        void expectStruckOff(String caseNo) {}

        private void step(String instance, String element, String by, String form, Map<String, Object> routing)
                throws Exception {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(element)
                    .singleResult();
            if (element.equals("UserTask_ReportDone")) {
                meter.run(() -> before(task));
            }
            meter.run(() -> complete(task, by, form, routing));
            continuations(instance);
        }

        private void jobs(String instance, String activity) {
            for (Job job : engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .activityId(activity)
                    .list()) {
                meter.run(() -> execute(engine.getManagementService(), job.getId()));
            }
            continuations(instance);
        }

        private void continuations(String instance) {
            List<Job> ready = ready(instance);
            while (!ready.isEmpty()) {
                ready.forEach(job -> meter.run(() -> execute(engine.getManagementService(), job.getId())));
                ready = ready(instance);
            }
        }

        private List<Job> ready(String instance) {
            return engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .messages()
                    .list();
        }
    }

    private static final class Duban extends Side {

        private final City city;
        private final EngineIdentity identity;
        private final Imports imports;
        private final EvidenceService evidence;
        private final People people;
        private final Problems problems;
        private final Map<String, List<String>> groupsOf = new HashMap<>();
        private int lists;

        Duban(City city) {
            super(city.bean(ProcessEngine.class), city.meter());
            this.city = city;
            identity = city.bean(EngineIdentity.class);
            imports = new Imports(city);
            evidence = city.bean(EvidenceService.class);
            people = city.bean(People.class);
            problems = city.bean(Problems.class);
        }

        List<String> register(int cases) throws Exception {
            String source = "全程清单" + ++lists;
            Path list = Rows.ofJinjiang(source, cases);
            city.meter().run(() -> imports.run(list, false, done -> {}));
            return city.db()
                    .sql("select no from problem where source = :source order by no")
                    .param("source", source)
                    .query(String.class)
                    .list();
        }

        @Override
        void before(Task task) throws Exception {
            as("clerk350582", () -> {
                NewEvidence said = new NewEvidence(
                        "整改照片.pdf", null, task.getId(), Criterion.EFFECT_MEETS_STANDARD.name(), null, null);
                byte[] bytes = ("%PDF-1.4 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
                evidence.store(said, new ByteArrayInputStream(bytes));
            });
        }

        @Override
        void complete(Task task, String by, String form, Map<String, Object> routing) {
            as(by, () -> engine.getTaskService().complete(task.getId(), Map.of("form", filed(form))));
        }

        // As the forms inside Tasklist send it.
        private static TypedValue filed(String form) {
            return Variables.byteArrayValue(form.getBytes(StandardCharsets.UTF_8), true);
        }

        private void as(String username, Meter.Work work) {
            // The web session holds a person's groups; asking for them is no part of a step.
            List<String> groups = groupsOf.computeIfAbsent(
                    username,
                    name -> List.copyOf(people.byUsername(name).orElseThrow().groups()));
            identity.asPerson(username, groups, () -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        @Override
        void execute(ManagementService jobs, String job) {
            identity.asApplication(() -> jobs.executeJob(job));
        }

        @Override
        void noticeOver(boolean over) {
            city.bean(CityClock.class).freezeAt(over ? NOTICE_OVER : REGISTERED);
        }

        @Override
        void expectStruckOff(String caseNo) {
            ProblemState state = problems.file(CaseNo.of(caseNo)).orElseThrow().state();
            if (state != ProblemState.STRUCK_OFF) {
                throw new IllegalStateException(caseNo + " is " + state);
            }
        }
    }

    private static final class Bare extends Side {

        private final BareEngine bare;
        private int cases;

        Bare(BareEngine bare) {
            super(bare.engine(), bare.meter());
            this.bare = bare;
        }

        List<String> register(int count) {
            int first = cases + 1;
            cases += count;
            bare.meter().run(() -> bare.start(first, count));
            List<String> numbers = new ArrayList<>();
            for (int number = first; number < first + count; number++) {
                numbers.add(BareEngine.caseNo(number));
            }
            return numbers;
        }

        @Override
        void complete(Task task, String by, String form, Map<String, Object> routing) {
            engine.getTaskService().complete(task.getId(), routing);
        }

        @Override
        void execute(ManagementService jobs, String job) {
            jobs.executeJob(job);
        }
    }
}
