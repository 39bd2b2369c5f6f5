package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.problem.Deadline;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.Risk;
import org.springframework.context.ApplicationContext;

/**
 * Runs monthly rounds as the office does. Other tests' open problems are in every round too; a test reports and looks at
 * its own unit's rows alone, and leaves no round open.
 */
public final class RoundOffice {

    static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");

    private final RoundService service;
    private final Rounds rounds;
    private final ProblemService problems;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final EngineIdentity identity;
    private final CityClock clock;

    public RoundOffice(ApplicationContext application) {
        service = application.getBean(RoundService.class);
        rounds = application.getBean(Rounds.class);
        problems = application.getBean(ProblemService.class);
        tasks = application.getBean(TaskService.class);
        runtime = application.getBean(RuntimeService.class);
        management = application.getBean(ManagementService.class);
        repository = application.getBean(RepositoryService.class);
        identity = application.getBean(EngineIdentity.class);
        clock = application.getBean(CityClock.class);
    }

    /** Stops the clock. */
    public RoundOffice at(String moment) {
        clock.freezeAt(LocalDateTime.parse(moment).atZone(Zones.CITY).toInstant());
        return this;
    }

    /** New problems of one unit, dispatched to it, due on that day. */
    public List<CaseNo> problems(String unit, String word, int count, LocalDate due) {
        List<CaseNo> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(problem(unit, word + i, Deadline.on(due)));
        }
        return numbers;
    }

    CaseNo problem(String unit, String word, Deadline deadline) {
        NewProblem row = new NewProblem(
                "月调度测试",
                "泉州市",
                unit + word,
                "月调度测试清单",
                word + "号点位雨污混接，雨后河面有浮油",
                "巡查发现雨水口有污水流出。",
                List.of("水"),
                "北渠沿线",
                Risk.MEDIUM,
                UnitCode.of(unit),
                List.of(UnitCode.of(unit)),
                UnitCode.of("35050012"),
                deadline,
                "雨后河面清洁",
                "1.改造混接点");
        return problems.register(row, COORDINATOR).no();
    }

    public Round open(String month) {
        return service.open(YearMonth.parse(month), COORDINATOR);
    }

    /** Lets the model's own opening timer fire. */
    RoundOffice fireOpening() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("MonthlyRound")
                .latestVersion()
                .singleResult()
                .getId();
        Job timer = management
                .createJobQuery()
                .processDefinitionId(definition)
                .activityId("StartEvent_RoundDayReached")
                .singleResult();
        execute(timer);
        return this;
    }

    /** The unit's task, or null. */
    public Task task(Round round, String unit) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(round.no().value())
                .taskCandidateGroup("unit" + unit)
                .singleResult();
    }

    /** The unit's task, which must be there. */
    Task waiting(Round round, String unit) {
        Task task = task(round, unit);
        assertThat(task)
                .as(
                        "task of %s in %s with units %s and %d processes",
                        unit, round, rounds.units(round.no()), instances(round.no()))
                .isNotNull();
        return task;
    }

    public List<RoundItem> table(Round round, String unit) {
        return rounds.table(round.no(), UnitCode.of(unit));
    }

    RoundItem row(Round round, String unit, CaseNo problem) {
        return table(round, unit).stream()
                .filter(item -> item.problem().equals(problem))
                .findFirst()
                .orElseThrow();
    }

    /** Completes the task in the name of the unit's clerk. */
    public RoundOffice reports(Round round, String unit, String form) {
        completes(round, unit, form);
        return runJobs(round);
    }

    /** The same, without the continuations. */
    void completes(Round round, String unit, String form) {
        Task task = waiting(round, unit);
        identity.asPerson("clerk" + unit, () -> tasks.complete(task.getId(), Map.of("form", form)));
    }

    /** A report in which every row says the same, with that much done. */
    public String form(Round round, String unit, String text, int actual) {
        List<String> rows = table(round, unit).stream()
                .map(item -> said(item.problem(), text, actual))
                .toList();
        return form(rows);
    }

    static String form(List<String> rows) {
        return "{\"items\":[" + String.join(",", rows) + "]}";
    }

    static String said(CaseNo no, String text, int actual) {
        return "{\"no\":\"%s\",\"text\":\"%s\",\"actual\":%d}".formatted(no, text, actual);
    }

    static String unchanged(CaseNo no) {
        return "{\"no\":\"%s\",\"unchanged\":true}".formatted(no);
    }

    /** Freezes by hand, as far as it is not frozen, and lets the process follow. */
    public RoundOffice freeze(Round round) {
        service.freeze(round.no(), COORDINATOR);
        return runJobs(round);
    }

    /** Moves the clock to the cut-off and lets the timer fire. */
    RoundOffice fireCutOff(Round round) {
        Job timer = jobs(round).stream()
                .filter(job -> job.getDuedate() != null)
                .findFirst()
                .orElseThrow();
        clock.freezeAt(timer.getDuedate().toInstant());
        execute(timer);
        return runJobs(round);
    }

    /** Freezes whatever round a failed test left open. */
    public void tidy() {
        rounds.latest(100).stream()
                .map(Rounds.Overview::round)
                .filter(round -> !round.frozen())
                .forEach(this::freeze);
        clock.reset();
    }

    RoundUnit unit(Round round, String unit) {
        return rounds.units(round.no()).stream()
                .filter(line -> line.unit().value().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    Round now(Round round) {
        return rounds.of(round.no()).orElseThrow();
    }

    /** Whether the process still runs. */
    boolean running(Round round) {
        return instances(round.no()) > 0;
    }

    long instances(CaseNo no) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .count();
    }

    /** What the person's list of tasks holds of the round. */
    List<String> list(String username, Round round) {
        AtomicReference<List<String>> seen = new AtomicReference<>();
        identity.asPerson(
                username,
                () -> seen.set(tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(round.no().value())
                        .list()
                        .stream()
                        .map(Task::getId)
                        .toList()));
        return seen.get();
    }

    public RoundOffice runJobs(Round round) {
        List<Job> ready = continuations(round);
        while (!ready.isEmpty()) {
            ready.forEach(this::execute);
            ready = continuations(round);
        }
        return this;
    }

    private List<Job> continuations(Round round) {
        return jobs(round).stream().filter(job -> job.getDuedate() == null).toList();
    }

    private List<Job> jobs(Round round) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(round.no().value())
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    // A continuation may be gone when an earlier one has ended the process.
    private void execute(Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() > 0) {
            identity.asApplication(() -> management.executeJob(job.getId()));
        }
    }
}
