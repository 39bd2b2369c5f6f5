package org.duban.launch.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.card.CardColour;
import org.duban.card.HandProposal;
import org.duban.card.HandProposals;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.launch.SamplePicture;
import org.duban.launch.process.SampleCardScript.Step;
import org.duban.launch.store.SampleCases.Case;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Plays the past of a sample card through the same tasks and forms that people use, each step at its own time. */
@Component
public class SampleCardPlayer {

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final HandProposals proposals;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final EngineIdentity identity;
    private final EvidenceService evidence;
    private final CityClock clock;
    private final ObjectMapper json;

    SampleCardPlayer(
            HandProposals proposals,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService jobs,
            EngineIdentity identity,
            EvidenceService evidence,
            CityClock clock,
            ObjectMapper json) {
        this.proposals = proposals;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.evidence = evidence;
        this.clock = clock;
        this.json = json;
    }

    /** Proposes the card and plays what came of it; {@code today} is the day the sample counts back from. */
    public void play(Case about, SampleCardScript script, LocalDate today) {
        LocalDate proposed = today.minusDays(script.daysAgo());
        CaseNo no = propose(about, script, at(proposed));
        Instant earliest = at(proposed);
        for (Step step : script.steps()) {
            Instant time = time(no, step, at(proposed.plusDays(step.day())), earliest.plus(Duration.ofHours(1)));
            past(time, () -> {
                perform(no, about, step, time);
                continueFlow(no);
            });
            earliest = time;
        }
    }

    private CaseNo propose(Case about, SampleCardScript script, Instant time) {
        AtomicReference<CaseNo> no = new AtomicReference<>();
        HandProposal proposal = new HandProposal(
                about.no().value(),
                about.lead().value(),
                script.cause(),
                script.fact(),
                CardColour.YELLOW,
                null,
                null,
                null,
                null,
                null,
                null);
        past(time, () -> {
            identity.asPerson(
                    "clerk" + about.supervisor(),
                    () -> no.set(proposals.propose(proposal).no()));
            continueFlow(no.get());
        });
        return no.get();
    }

    private void perform(CaseNo no, Case about, Step step, Instant time) {
        String clerk = "clerk" + about.lead();
        String day = LocalDate.ofInstant(time, Zones.CITY).toString();
        switch (step.kind()) {
            case REVIEW ->
                complete(
                        no,
                        "UserTask_ReviewCard",
                        "coordinator",
                        Map.of(
                                "decision", "keep",
                                "demand", "立即对照整改方案逐项补齐，明确责任人和完成时限，并在书面反馈期限内报送整改情况和佐证材料。"));
            case DROP ->
                complete(
                        no,
                        "UserTask_ReviewCard",
                        "coordinator",
                        Map.of("decision", "drop", "reason", "征地手续上周刚批复，施工单位已复工，先约谈分管负责人，下月调度再看。"));
            case REVIEW_RED ->
                complete(
                        no,
                        "UserTask_ReviewCard",
                        "coordinator",
                        Map.of("decision", "keep", "demand", "由主要负责人牵头重新组织整改，五个工作日内书面说明逾期不答复的原因和整改安排。"));
            case APPROVE -> complete(no, "UserTask_ApproveCard", "leader", Map.of("decision", "approve"));
            case SIGN -> complete(no, "UserTask_SignForCard", clerk, Map.of("note", "已收悉，已报主要负责人"));
            case REPLY ->
                complete(
                        no,
                        "UserTask_ReplyToCard",
                        clerk,
                        Map.of("text", "已重新组织清淤，清除淤泥 1200 立方米，三处点位均请第三方复测，水质达标。", "completedOn", day));
            case CHECK_REPLY -> complete(no, "UserTask_CheckCardReply", "coordinator", Map.of("decision", "pass"));
            case MISS_REPLY -> timers(no, "Boundary_ReplyOverdue").forEach(this::execute);
            case APPLY -> apply(no, clerk, time);
            case CHECK_SITE ->
                complete(
                        no,
                        "UserTask_CheckLifting",
                        "coordinator",
                        Map.of(
                                "visitedOn",
                                day,
                                "visitors",
                                "王立新、陈惠玲",
                                "decision",
                                "pass",
                                "opinion",
                                "现场三处点位整改到位，长效管护制度已建立。"));
            case APPROVE_LIFTING -> complete(no, "UserTask_ApproveLifting", "leader", Map.of("decision", "approve"));
        }
    }

    private void apply(CaseNo no, String clerk, Instant time) {
        Task task = task(no, "UserTask_ApplyForLifting");
        if (task == null) {
            return;
        }
        NewEvidence said = new NewEvidence(
                "整改后.jpg",
                no,
                task.getId(),
                null,
                LocalDate.ofInstant(time, Zones.CITY).minusDays(2),
                null);
        identity.asPerson(clerk, () -> {
            try {
                evidence.store(
                        said,
                        new ByteArrayInputStream(SamplePicture.jpeg(no.value().hashCode(), true)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        complete(no, "UserTask_ApplyForLifting", clerk, Map.of("text", "整改任务全部完成，连续两次监测达标，申请摘牌。"));
    }

    private void complete(CaseNo no, String element, String username, Map<String, ?> form) {
        Task task = task(no, element);
        if (task != null) {
            identity.asPerson(username, () -> {
                tasks.claim(task.getId(), username);
                tasks.complete(task.getId(), Map.of(TaskForm.VARIABLE, write(form)));
            });
        }
    }

    private Task task(CaseNo no, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .singleResult();
    }

    // Save points are jobs; in the past they are run here and at once, because the job executor lives today.
    private void continueFlow(CaseNo no) {
        List<Job> ready = continuations(no);
        while (!ready.isEmpty()) {
            ready.forEach(this::execute);
            ready = continuations(no);
        }
    }

    private List<Job> continuations(CaseNo no) {
        return instances(no).stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance).messages().list().stream())
                .toList();
    }

    private List<Job> timers(CaseNo no, String element) {
        return instances(no).stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance).activityId(element).timers().list().stream())
                .toList();
    }

    private void execute(Job job) {
        identity.asApplication(() -> jobs.executeJob(job.getId()));
    }

    private List<String> instances(CaseNo no) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(no.value()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    /** The planned time or the timer's own, after the step before and not later than now. */
    private Instant time(CaseNo no, Step step, Instant planned, Instant earliest) {
        Instant wished = step.kind() == SampleCardScript.Kind.MISS_REPLY
                ? timers(no, "Boundary_ReplyOverdue").stream()
                        .map(job -> job.getDuedate().toInstant().plusSeconds(60))
                        .findFirst()
                        .orElse(planned)
                : planned;
        Instant time = wished.isBefore(earliest) ? earliest : wished;
        Instant now = clock.instant();
        return time.isAfter(now) ? now : time;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(Zones.CITY).toInstant();
    }

    private void past(Instant time, Runnable work) {
        try {
            clock.at(time, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Map<String, ?> form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
