package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.problem.AnyHand;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.ProblemState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Whatever an office does in whatever order, every open deadline has exactly one next checkpoint, its task shows its
 * day, and where it moves a token exactly one live timer has the ledger's date.
 */
@DubanTest
class DeadlineInvariantTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final int STEPS = 30;
    /** A year no other test lives in, so that its calendar is this test's own. */
    private static final int YEAR = 2051;

    private static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    CalendarLoading loading;

    @Autowired
    OfficeHours hours;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    EngineIdentity identity;

    @Autowired
    CityClock clock;

    private final ExecutorService nodes = Executors.newFixedThreadPool(2);
    private final List<String> deployments = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private CaseDriver office;
    private Random random;

    static Stream<Long> seeds() {
        return Stream.of(11L, 12L, 14L, 17L, 18L);
    }

    @AfterEach
    void tidy() {
        nodes.shutdownNow();
        identity.asApplication(() -> deployments.forEach(id -> repository.deleteDeployment(id, true)));
        clock.reset();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOpenDeadlineIsWatchedOnceAndTimedOnce(long seed) throws Exception {
        random = new Random(seed);
        clock.freezeAt(hours.opening(LocalDate.of(YEAR, 3, 1)));
        office = new CaseDriver(application)
                .register(CaseDriver.row(
                        "不变-" + SERIAL.incrementAndGet(),
                        Deadline.on(LocalDate.of(YEAR, 3, 1).plusDays(60 + random.nextInt(60)))));
        check("registered");
        for (int step = 0; step < STEPS && office.state() != ProblemState.CLOSED; step++) {
            check(act());
        }
    }

    private String act() throws Exception {
        int kind = random.nextInt(11);
        return switch (kind) {
            case 0 -> extend();
            case 1 -> suspend();
            case 2 -> resume();
            case 3 -> loadYear();
            case 4 -> twoNodesSweep();
            case 5 -> daysPass();
            case 6 -> migrate();
            default -> work();
        };
    }

    private String work() {
        String done = AnyHand.takes(office, random);
        return done == null ? daysPass() : done;
    }

    private String extend() {
        return one(
                "extend",
                entry -> moves.extend(
                        entry.caseNo(),
                        entry.id(),
                        entry.currentDueOn().plusDays(1 + random.nextInt(40)),
                        "延期",
                        null,
                        COORDINATOR));
    }

    private String suspend() {
        return one("suspend", entry -> {
            if (!entry.course().suspended()) {
                moves.suspend(
                        entry.caseNo(),
                        entry.id(),
                        office.today().plusDays(random.nextInt(30)),
                        "挂账",
                        null,
                        COORDINATOR);
            }
        });
    }

    private String resume() {
        return one("resume", entry -> moves.resume(entry.caseNo(), entry.id(), "恢复", null, COORDINATOR));
    }

    private interface Move {
        void on(LedgerEntry entry);
    }

    private String one(String what, Move move) {
        List<LedgerEntry> open = ledger.current(office.no()).stream()
                .filter(entry -> !entry.course().followsSubject())
                .toList();
        if (open.isEmpty()) {
            return "nothing to " + what;
        }
        LedgerEntry entry = open.get(random.nextInt(open.size()));
        move.on(entry);
        return what + " " + entry.rule();
    }

    private String loadYear() {
        int year = YEAR + random.nextInt(2);
        LocalDate first = office.today().withYear(year).plusDays(random.nextInt(20));
        List<CalendarDay> days = new ArrayList<>();
        for (LocalDate day = first;
                day.getYear() == year && day.isBefore(first.plusDays(1 + random.nextInt(6)));
                day = day.plusDays(1)) {
            days.add(Calendars.holiday(day.toString(), "放假"));
        }
        loading.load(Calendars.year(year, days.toArray(CalendarDay[]::new)), COORDINATOR);
        return "load " + year + " " + days.size() + " days from " + first;
    }

    private String twoNodesSweep() throws Exception {
        Callable<Boolean> node = () -> {
            while (watch.sweep()) {
                // As the model's loop does.
            }
            return true;
        };
        for (Future<Boolean> swept : nodes.invokeAll(List.of(node, node))) {
            swept.get();
        }
        return "two nodes sweep";
    }

    /** The machine may have been off meanwhile: what is due fires late, and once. */
    private String daysPass() {
        int days = 1 + random.nextInt(12);
        clock.freezeAt(hours.opening(office.today().plusDays(days)));
        office.fireDueTimers();
        return days + " days pass";
    }

    private String migrate() {
        identity.asApplication(() -> {
            ProcessDefinition from = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionId(office.process().getProcessDefinitionId())
                    .singleResult();
            BpmnModelInstance model =
                    repository.getBpmnModelInstance(from.getId()).clone();
            ((Process) model.getModelElementById("ProblemRectification"))
                    .setCamundaVersionTag("migrated " + SERIAL.incrementAndGet());
            String deployment = repository
                    .createDeployment()
                    .addModelInstance("processes/problem/ProblemRectification.bpmn", model)
                    .deploy()
                    .getId();
            deployments.add(deployment);
            String to = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment)
                    .singleResult()
                    .getId();
            MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to)
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan)
                    .processInstanceIds(office.process().getId())
                    .execute();
        });
        return "migrate";
    }

    private void check(String what) {
        log.add(what);
        String story = String.join(" / ", log);
        List<LedgerEntry> open = ledger.current(office.no());
        List<Task> tasks = office.tasks();
        List<Job> timers = office.timers();
        Instant now = clock.instant();
        assertThat(open).as(story).allSatisfy(entry -> assertThat(entry.course().checkpointAt())
                .isNotNull());
        assertThat(open.stream().filter(entry -> entry.kind() == LedgerKind.TASK))
                .as(story)
                .hasSameSizeAs(tasks);
        for (LedgerEntry entry : open) {
            if (entry.kind() == LedgerKind.TASK) {
                assertThat(tasks.stream().map(task -> task.getDueDate().toInstant()))
                        .as(story + " : " + entry)
                        .contains(entry.taskDueAt(hours));
            }
            String element = entry.course().timerElement();
            if (element == null) {
                continue;
            }
            List<Instant> live = timers.stream()
                    .filter(job -> element.equals(activity(job)))
                    .map(job -> job.getDuedate().toInstant())
                    .toList();
            boolean waits = runtime.createExecutionQuery()
                            .processInstanceBusinessKey(office.no().value())
                            .activityId(element)
                            .count()
                    > 0;
            assertThat(live).as(story + " : " + entry).hasSizeLessThanOrEqualTo(1);
            assertThat(live).as(story + " : " + entry).allMatch(entry.timerAt()::equals);
            if (entry.kind() == LedgerKind.TASK ? entry.timerAt().isAfter(now) && !firedBefore(entry) : waits) {
                assertThat(live).as(story + " : " + entry).hasSize(1);
            }
        }
        LedgerEntry limit = open.stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .findFirst()
                .orElse(null);
        if (limit != null) {
            assertThat(office.file().dueOn()).as(story).isEqualTo(limit.currentDueOn());
        }
        assertThat(open.stream().filter(entry -> entry.course().followsSubject()))
                .as(story)
                .allMatch(entry -> limit == null || entry.currentDueOn().equals(limit.currentDueOn()));
    }

    /** A boundary event that has fired does not fire again, even if the day is moved on after that. */
    private boolean firedBefore(LedgerEntry entry) {
        return office.file().history().stream()
                .anyMatch(line -> line.label().equals("签收超期") && line.at().isAfter(entry.openedAt()));
    }

    private String activity(Job job) {
        return application
                .getBean(ManagementService.class)
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
