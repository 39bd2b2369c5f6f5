package org.duban.launch.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
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
import org.springframework.stereotype.Component;

/**
 * Plays a sample problem's past through the same tasks and forms that people use, each step at its own time. Only this
 * thread lives in the past. What was already played is recognised by the tasks that stand open.
 */
@Component
public class SamplePlayer {

    private final SampleHands hands;
    private final EngineIdentity identity;
    private final EvidenceService evidence;
    private final Problems problems;
    private final CityClock clock;

    SamplePlayer(
            SampleHands hands, EngineIdentity identity, EvidenceService evidence, Problems problems, CityClock clock) {
        this.hands = hands;
        this.identity = identity;
        this.evidence = evidence;
        this.problems = problems;
        this.clock = clock;
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
        Map<String, Object> form = Map.of(
                "leadUnit", lead,
                "responsibleUnits", List.of(lead),
                "supervisingUnit", supervisor.value(),
                "deadlineKind", "DATE",
                "dueOn", dueOn.toString());
        hands.at(clock.instant(), no, () -> complete(no, "UserTask_ConfirmDispatch", "coordinator", form));
    }

    /** The look-back whose day has come. */
    public void lookBack(CaseNo no) {
        hands.at(clock.instant(), no, () -> hands.fire(no, "Catch_LookBackDue"));
    }

    private Instant step(CaseNo no, SampleScript.Step step, SampleWords words, Instant time, Instant now) {
        Instant at = periodEnd(no, step, time, now);
        hands.at(at, no, () -> perform(no, step, words, at));
        return at;
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
                        task -> hands.complete(task, words.head(unit(task)), Map.of("decision", "sign")));
            case CHECK -> complete(no, "UserTask_CheckPreliminarily", words.leadHead(), words.checked(at));
            case FAIL_VERIFICATION -> complete(no, "UserTask_Verify", words.supervisor(), words.verified(at, false));
            case PASS_VERIFICATION -> complete(no, "UserTask_Verify", words.supervisor(), words.verified(at, true));
            case NOTICE_OVER -> hands.fire(no, "Catch_NoticePeriodOver");
            case STRIKE_OFF -> complete(no, "UserTask_ApproveStrikeOff", "leader", words.struckOff());
            case LOOK_BACK_DUE -> hands.fire(no, "Catch_LookBackDue");
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
        hands.complete(task, clerk, words.reported(at));
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
        hands.tasks(no, element).forEach(task -> hands.at(clock.instant(), no, () -> work.on(task)));
    }

    private void complete(CaseNo no, String element, String username, Map<String, ?> form) {
        hands.tasks(no, element).forEach(task -> hands.complete(task, username, form));
    }

    private Instant periodEnd(CaseNo no, SampleScript.Step step, Instant planned, Instant now) {
        if (step != SampleScript.Step.NOTICE_OVER && step != SampleScript.Step.LOOK_BACK_DUE) {
            return planned;
        }
        String element = step == SampleScript.Step.NOTICE_OVER ? "Catch_NoticePeriodOver" : "Catch_LookBackDue";
        return hands.timer(no, element)
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
        return UnitCode.of(hands.variable(task, "unit"));
    }
}
