package org.duban.launch.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.task.Task;
import org.duban.card.CardColour;
import org.duban.card.HandProposal;
import org.duban.card.HandProposals;
import org.duban.engine.EngineIdentity;
import org.duban.evidence.EvidenceService;
import org.duban.evidence.NewEvidence;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.launch.SamplePicture;
import org.duban.launch.process.SampleCardScript.Step;
import org.duban.launch.store.SampleCases.Case;
import org.springframework.stereotype.Component;

/** Plays the past of a sample card through the same tasks and forms that people use, each step at its own time. */
@Component
public class SampleCardPlayer {

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final HandProposals proposals;
    private final SampleHands hands;
    private final EngineIdentity identity;
    private final EvidenceService evidence;
    private final CityClock clock;

    SampleCardPlayer(
            HandProposals proposals,
            SampleHands hands,
            EngineIdentity identity,
            EvidenceService evidence,
            CityClock clock) {
        this.proposals = proposals;
        this.hands = hands;
        this.identity = identity;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Proposes the card and plays what came of it; {@code today} is the day the sample counts back from. */
    public void play(Case about, SampleCardScript script, LocalDate today) {
        LocalDate proposed = today.minusDays(script.daysAgo());
        CaseNo no = propose(about, script, at(proposed));
        Instant earliest = at(proposed);
        for (Step step : script.steps()) {
            Instant time = time(no, step, at(proposed.plusDays(step.day())), earliest.plus(Duration.ofHours(1)));
            hands.at(time, no, () -> perform(no, about, step, time));
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
        hands.at(
                time,
                () -> identity.asPerson(
                        "clerk" + about.supervisor(),
                        () -> no.set(proposals.propose(proposal).no())));
        hands.at(time, no.get(), () -> {});
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
            case MISS_REPLY -> hands.fire(no, "Boundary_ReplyOverdue");
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
        Optional<Task> task =
                hands.tasks(no, "UserTask_ApplyForLifting").stream().findFirst();
        if (task.isEmpty()) {
            return;
        }
        NewEvidence said = new NewEvidence(
                "整改后.jpg",
                no,
                task.get().getId(),
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
        hands.tasks(no, element).forEach(task -> hands.complete(task, username, form));
    }

    /** The planned time or the timer's own, after the step before and not later than now. */
    private Instant time(CaseNo no, Step step, Instant planned, Instant earliest) {
        Instant wished = step.kind() == SampleCardScript.Kind.MISS_REPLY
                ? hands.timer(no, "Boundary_ReplyOverdue")
                        .map(due -> due.plusSeconds(60))
                        .orElse(planned)
                : planned;
        Instant time = wished.isBefore(earliest) ? earliest : wished;
        Instant now = clock.instant();
        return time.isAfter(now) ? now : time;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(Zones.CITY).toInstant();
    }
}
