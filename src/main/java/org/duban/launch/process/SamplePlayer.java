package org.duban.launch.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.launch.SamplePast;
import org.duban.launch.SamplePicture;
import org.duban.problem.Criterion;
import org.duban.problem.ProblemFile;
import org.duban.problem.Problems;
import org.duban.problem.Risk;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Plays a sample problem's past through the same tasks and forms that people use, each step at its own time. Only this
 * thread lives in the past. What was already played is recognised by the tasks that stand open.
 */
@Component
public class SamplePlayer {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineIdentity identity;
    private final EvidenceService evidence;
    private final Problems problems;
    private final CityClock clock;
    private final ObjectMapper json;

    SamplePlayer(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService jobs,
            EngineIdentity identity,
            EvidenceService evidence,
            Problems problems,
            CityClock clock,
            ObjectMapper json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.evidence = evidence;
        this.problems = problems;
        this.clock = clock;
        this.json = json;
    }

    /** Plays the problem's past up to where the sample says it stands. */
    public void play(CaseNo no, SamplePast past) {
        ProblemFile file = problems.file(no).orElseThrow();
        List<SampleScript.Step> steps = SampleScript.of(past);
        Instant now = clock.instant();
        List<Instant> times = SampleTimes.of(
                steps,
                file.registeredAt(),
                now,
                lookBackAfter(file.risk()),
                no.value().hashCode());
        SampleWords words = new SampleWords(file, past);
        Instant cursor = file.registeredAt();
        for (int i = 0; i < steps.size(); i++) {
            Instant time = later(times.get(i), cursor.plus(Duration.ofMinutes(5)), now);
            cursor = step(no, steps.get(i), words, time, now);
        }
    }

    /** Hands over a problem that came without a supervising unit and a limit. */
    public void dispatch(CaseNo no, UnitCode supervisor, LocalDate dueOn) {
        String lead = problems.file(no).orElseThrow().leadUnit().code();
        complete(
                no,
                "UserTask_ConfirmDispatch",
                "coordinator",
                Map.of(
                        "leadUnit",
                        lead,
                        "responsibleUnits",
                        List.of(lead),
                        "supervisingUnit",
                        supervisor.value(),
                        "deadlineKind",
                        "DATE",
                        "dueOn",
                        dueOn.toString()));
        continueFlow(no);
    }

    /** The look-back whose day has come. */
    public void lookBack(CaseNo no) {
        fire(no, "Catch_LookBackDue");
        continueFlow(no);
    }

    private Instant step(CaseNo no, SampleScript.Step step, SampleWords words, Instant time, Instant now) {
        Instant at = periodEnd(no, step, time, now);
        try {
            return clock.at(at, () -> {
                perform(no, step, words, at);
                continueFlow(no);
                return at;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void perform(CaseNo no, SampleScript.Step step, SampleWords words, Instant at) {
        switch (step) {
            case SIGN -> complete(no, "UserTask_SignFor", words.leadClerk(), Map.of("decision", "sign"));
            case RETURN -> complete(no, "UserTask_SignFor", words.leadClerk(), words.returned());
            case KEEP -> complete(no, "UserTask_ArbitrateReturn", "coordinator", words.kept());
            case PLAN -> complete(no, "UserTask_MakePlan", words.leadClerk(), words.plan(at));
            case SEND_PLAN_BACK -> complete(no, "UserTask_ReviewPlan", "coordinator", words.planSentBack());
            case ACCEPT_PLAN -> complete(no, "UserTask_ReviewPlan", "coordinator", Map.of("decision", "accept"));
            case REPORT -> everyUnit(no, "UserTask_ReportDone", task -> report(no, task, words, at));
            case SIGN_REPORT ->
                everyUnit(
                        no,
                        "UserTask_HeadSign",
                        task -> complete(task, words.head(unit(task)), Map.of("decision", "sign")));
            case CHECK -> complete(no, "UserTask_CheckPreliminarily", words.leadHead(), words.checked(at));
            case FAIL_VERIFICATION -> complete(no, "UserTask_Verify", words.supervisor(), words.verified(at, false));
            case PASS_VERIFICATION -> complete(no, "UserTask_Verify", words.supervisor(), words.verified(at, true));
            case NOTICE_OVER -> fire(no, "Catch_NoticePeriodOver");
            case STRIKE_OFF -> complete(no, "UserTask_ApproveStrikeOff", "leader", words.struckOff());
            case LOOK_BACK_DUE -> fire(no, "Catch_LookBackDue");
            case PASS_LOOK_BACK -> complete(no, "UserTask_LookBack", "coordinator", words.lookedBack(at, false));
            case FIND_RELAPSE -> complete(no, "UserTask_LookBack", "coordinator", words.lookedBack(at, true));
        }
    }

    private void report(CaseNo no, Task task, SampleWords words, Instant at) {
        String clerk = words.clerk(unit(task));
        identity.asPerson(clerk, () -> {
            long seed = no.value().hashCode() * 31L + unit(task).value().hashCode();
            handIn(no, task, Criterion.MEASURES_DONE, "整改前.jpg", SamplePicture.jpeg(seed, false), words, at, 40);
            handIn(no, task, Criterion.EFFECT_MEETS_STANDARD, "整改后.jpg", SamplePicture.jpeg(seed, true), words, at, 1);
        });
        complete(task, clerk, words.reported(at));
    }

    private void handIn(
            CaseNo no,
            Task task,
            Criterion criterion,
            String name,
            byte[] picture,
            SampleWords words,
            Instant at,
            int daysBefore) {
        try {
            evidence.store(
                    new NewEvidence(
                            name,
                            no,
                            task.getId(),
                            criterion.name(),
                            at.atZone(Zones.CITY).toLocalDate().minusDays(daysBefore),
                            words.place()),
                    new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void on(Task task);
    }

    private void everyUnit(CaseNo no, String element, Work work) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .list()
                .forEach(task -> {
                    work.on(task);
                    continueFlow(no);
                });
    }

    private void complete(CaseNo no, String element, String username, Map<String, ?> form) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .singleResult();
        if (task != null) {
            complete(task, username, form);
        }
    }

    private void complete(Task task, String username, Map<String, ?> form) {
        identity.asPerson(username, () -> {
            tasks.claim(task.getId(), username);
            tasks.complete(task.getId(), Map.of(TaskForm.VARIABLE, write(form)));
        });
    }

    // Save points are jobs; in the past they are run here and at once, because the job executor lives today.
    private void continueFlow(CaseNo no) {
        List<Job> ready = continuations(no);
        while (!ready.isEmpty()) {
            ready.forEach(job -> identity.asApplication(() -> jobs.executeJob(job.getId())));
            ready = continuations(no);
        }
    }

    private List<Job> continuations(CaseNo no) {
        Set<String> instances = instances(no);
        return instances.isEmpty()
                ? List.of()
                : jobs.createJobQuery().processInstanceIds(instances).messages().list();
    }

    private void fire(CaseNo no, String element) {
        timer(no, element).forEach(job -> identity.asApplication(() -> jobs.executeJob(job.getId())));
    }

    private List<Job> timer(CaseNo no, String element) {
        return instances(no).stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance).activityId(element).timers().list().stream())
                .toList();
    }

    private Set<String> instances(CaseNo no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private Instant periodEnd(CaseNo no, SampleScript.Step step, Instant planned, Instant now) {
        if (step != SampleScript.Step.NOTICE_OVER && step != SampleScript.Step.LOOK_BACK_DUE) {
            return planned;
        }
        String element = step == SampleScript.Step.NOTICE_OVER ? "Catch_NoticePeriodOver" : "Catch_LookBackDue";
        return timer(no, element).stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst()
                .map(due -> due.isAfter(now) ? planned : due)
                .orElse(planned);
    }

    private static Instant later(Instant planned, Instant earliest, Instant now) {
        Instant time = planned.isBefore(earliest) ? earliest : planned;
        return time.isAfter(now) ? now : time;
    }

    private static Duration lookBackAfter(Risk risk) {
        return Duration.ofDays(
                switch (risk) {
                    case HIGH -> 93;
                    case MEDIUM -> 186;
                    case LOW -> 367;
                });
    }

    private UnitCode unit(Task task) {
        return UnitCode.of((String) tasks.getVariable(task.getId(), "unit"));
    }

    private String write(Map<String, ?> form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
