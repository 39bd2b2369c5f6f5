package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.springframework.context.ApplicationContext;

/**
 * Drives one case through the real engine as the office would: officers complete the tasks in their lists with the
 * form's JSON, jobs are executed by hand, and the clock is moved.
 */
public final class CaseDriver {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineIdentity identity;
    private final ProblemService problems;
    private final Problems files;
    private final EvidenceService evidence;
    private final CityClock clock;
    private CaseNo no;

    public CaseDriver(ApplicationContext application) {
        tasks = application.getBean(TaskService.class);
        runtime = application.getBean(RuntimeService.class);
        management = application.getBean(ManagementService.class);
        identity = application.getBean(EngineIdentity.class);
        problems = application.getBean(ProblemService.class);
        files = application.getBean(Problems.class);
        evidence = application.getBean(EvidenceService.class);
        clock = application.getBean(CityClock.class);
    }

    /** Registers the problem and drives it from now on. */
    public CaseDriver register(NewProblem row) {
        no = problems.register(row, Actor.of("coordinator", "协调员")).no();
        runJobs();
        return this;
    }

    /** Drives a case registered elsewhere. */
    public CaseDriver take(CaseNo registered) {
        no = registered;
        runJobs();
        return this;
    }

    /** An objection from the public, filed by the coordinator. */
    public CaseDriver object(String text) {
        problems.fileObjection(no, new ProblemCommand.FileObjection(null, "来电", text), Actor.of("coordinator", "协调员"));
        return runJobs();
    }

    public CaseNo no() {
        return no;
    }

    public ProblemFile file() {
        return files.file(no).orElseThrow();
    }

    public ProblemState state() {
        return file().state();
    }

    /** An officer of the sample city, such as {@code clerk350582}. */
    public Officer as(String username) {
        return new Officer(username);
    }

    /** Elements of the tasks in anybody's list. */
    public List<String> waiting() {
        return tasks.createTaskQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Every task of the case that stands open. */
    public List<Task> tasks() {
        return tasks.createTaskQuery().processInstanceBusinessKey(no.value()).list();
    }

    public List<Task> tasks(String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .initializeFormKeys()
                .list();
    }

    /** The process instance the case itself runs in; approvals run beside it. */
    public ProcessInstance process() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no.value())
                .processDefinitionKey("ProblemRectification")
                .singleResult();
    }

    public Object variable(String name) {
        return runtime.getVariable(process().getId(), name);
    }

    /** What stands on the task and around it, as its form may read it. */
    public Map<String, Object> taskVariables(String taskId) {
        return tasks.getVariables(taskId);
    }

    /** Every variable of every process of the case. */
    public List<Object> allVariables() {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                                .map(ProcessInstance::getId)
                                .toArray(String[]::new))
                .list()
                .stream()
                .map(variable -> (Object) (variable.getName() + "=" + variable.getValue()))
                .toList();
    }

    /** Stops the clock at that day's morning. */
    public CaseDriver on(String day) {
        return at(day + "T09:00");
    }

    public CaseDriver at(String moment) {
        clock.freezeAt(LocalDateTime.parse(moment).atZone(Zones.CITY).toInstant());
        return this;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Moves the clock to the next open timer of the case and lets it fire. */
    public CaseDriver fireNextTimer() {
        Job next = timers().stream()
                .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()))
                .orElseThrow(() -> new AssertionError("No timer waits for " + no));
        Instant due = next.getDuedate().toInstant();
        if (clock.instant().isBefore(due)) {
            clock.freezeAt(due);
        }
        execute(next);
        return runJobs();
    }

    /** Fires what is due by now, nothing else. */
    public CaseDriver fireDueTimers() {
        timers().stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
                .forEach(this::execute);
        return runJobs();
    }

    public List<Job> timers() {
        return jobs().stream().filter(job -> job.getDuedate() != null).toList();
    }

    /** Executes the continuations after each step until none is left; timers stay. */
    public CaseDriver runJobs() {
        List<Job> ready = continuations();
        while (!ready.isEmpty()) {
            ready.forEach(this::execute);
            ready = continuations();
        }
        return this;
    }

    private List<Job> continuations() {
        return jobs().stream().filter(job -> job.getDuedate() == null).toList();
    }

    private List<Job> jobs() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private void execute(Job job) {
        identity.asApplication(() -> management.executeJob(job.getId()));
    }

    /** Somebody with a task list. */
    public final class Officer {

        private final String username;

        private Officer(String username) {
            this.username = username;
        }

        /** The elements of this case's tasks in the officer's list. */
        public List<String> list() {
            AtomicReference<List<String>> seen = new AtomicReference<>();
            identity.asPerson(
                    username,
                    () -> seen.set(tasks.createTaskQuery().processInstanceBusinessKey(no.value()).list().stream()
                            .map(Task::getTaskDefinitionKey)
                            .toList()));
            return seen.get();
        }

        /** Completes the officer's task of that element with the form's JSON. */
        public CaseDriver does(String element, String form) {
            identity.asPerson(username, () -> tasks.complete(task(element).getId(), Map.of("form", form)));
            return runJobs();
        }

        /** Hands in a file with the officer's task. */
        public CaseDriver attaches(String element, Criterion criterion) {
            identity.asPerson(username, () -> {
                NewEvidence said = new NewEvidence(
                        "整改照片.pdf", no, task(element).getId(), criterion == null ? null : criterion.name(), null, null);
                byte[] bytes = ("%PDF-1.4 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
                try {
                    evidence.store(said, new ByteArrayInputStream(bytes));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return CaseDriver.this;
        }

        /** Hands in a picture and reports completion. */
        public CaseDriver reportsDone() {
            attaches("UserTask_ReportDone", Criterion.EFFECT_MEETS_STANDARD);
            return does("UserTask_ReportDone", TaskForms.done(today()));
        }

        public CaseDriver claims(String element) {
            identity.asPerson(username, () -> tasks.claim(task(element).getId(), username));
            return CaseDriver.this;
        }

        private Task task(String element) {
            List<Task> mine = tasks.createTaskQuery()
                    .processInstanceBusinessKey(no.value())
                    .taskDefinitionKey(element)
                    .list();
            assertThat(mine)
                    .as("%s in the list of %s; waiting: %s", element, username, waiting())
                    .hasSize(1);
            return mine.get(0);
        }
    }

    /** A complete row: Jinjiang leads, the ecology bureau supervises, due at the end of the year. */
    public static NewProblem row(String serial, Deadline deadline, String... responsible) {
        return new NewProblem(
                "环境质量状况分析",
                "晋江市",
                serial,
                "过程测试清单",
                "晋江市梅溪河段水质不稳定",
                "梅溪河两岸雨污分流不彻底,降雨后断面氨氮浓度明显升高。",
                List.of("水"),
                "晋江市梅溪河段",
                Risk.HIGH,
                UnitCode.of("350582"),
                List.of(responsible).stream().map(UnitCode::of).toList(),
                UnitCode.of("35050012"),
                deadline,
                "断面稳定达到Ⅲ类",
                "1.排查管网;2.改造混接点");
    }
}
