package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.RungReached;
import org.duban.deadline.RungsReached;
import org.duban.deadline.Subjects;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Criterion;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.NewProblem;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A problem of Jinjiang being rectified, and the cards about it, driven through the real engine. */
final class CardOffice {

    private static final String CONSEQUENCE = "UserTask_CarryOutConsequence";

    static final String COORDINATOR = "coordinator";
    static final String LEADER = "leader";
    static final String CLERK = "clerk350582";

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final ApplicationContext application;
    private final EngineIdentity identity;
    private final TransactionTemplate transaction;
    final Cards cards;
    final CityClock clock;
    final CaseDriver problem;
    private CaseDriver driven;

    private CardOffice(ApplicationContext application, CaseDriver problem) {
        this.application = application;
        this.identity = application.getBean(EngineIdentity.class);
        this.transaction = application.getBean(TransactionTemplate.class);
        this.cards = application.getBean(Cards.class);
        this.clock = application.getBean(CityClock.class);
        this.problem = problem;
    }

    /** A problem that is due on the last of April, the clock standing on the second of March. */
    static CardOffice in(ApplicationContext application, int year) {
        new CaseDriver(application).on(year + "-03-02");
        return new CardOffice(application, Journey.rectifying(application, row(year)));
    }

    static NewProblem row(int year) {
        return CaseDriver.row(
                "牌-" + year + "-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(year, 4, 30)), "350582");
    }

    CaseNo subject() {
        return problem.no();
    }

    /** The problem's limit has passed that long ago, as the watch tells it. */
    CardOffice late(int days, LadderAction action) {
        LedgerEntry limit = application.getBean(DeadlineLedger.class).all(subject()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        Instant now = clock.instant();
        RungReached rung = new RungReached(
                limit,
                application.getBean(Subjects.class).of(subject()),
                -days,
                0,
                action,
                -days,
                Set.of("协调员"),
                "Rule_LimitYellow",
                "EscalationLadder:1",
                "超期",
                null,
                now);
        transaction.executeWithoutResult(status -> application.publishEvent(new RungsReached(List.of(rung))));
        return this;
    }

    /** Late by five days: a yellow card is proposed. */
    CardOffice lateForYellow() {
        return late(5, LadderAction.PROPOSE_YELLOW).drive();
    }

    /** Drives the newest card about the problem from now on. */
    CardOffice drive() {
        List<Card> all = cards.about(subject());
        driven = new CaseDriver(application).take(all.get(all.size() - 1).no());
        return this;
    }

    CardOffice drive(CaseNo card) {
        driven = new CaseDriver(application).take(card);
        return this;
    }

    CaseNo no() {
        return driven.no();
    }

    Card card() {
        return file().card();
    }

    CardFile file() {
        return cards.file(no()).orElseThrow();
    }

    /** Elements of the tasks in anybody's list, consequences aside: they depend on the unit's other cards. */
    List<String> waiting() {
        return driven.waiting().stream()
                .filter(element -> !element.equals(CONSEQUENCE))
                .toList();
    }

    int consequencesWaiting() {
        return driven.tasks(CONSEQUENCE).size();
    }

    List<String> listOf(String who) {
        return driven.as(who).list().stream()
                .filter(element -> !element.equals(CONSEQUENCE))
                .toList();
    }

    CardOffice does(String who, String element, String form) {
        driven.as(who).does(element, form);
        return this;
    }

    CardOffice attaches(String element) {
        driven.as(CLERK).attaches(element, Criterion.EFFECT_MEETS_STANDARD);
        return this;
    }

    CardOffice fireNextTimer() {
        driven.fireNextTimer();
        return this;
    }

    CardOffice runJobs() {
        driven.runJobs();
        return this;
    }

    CardOffice on(String day) {
        problem.on(day);
        return this;
    }

    /** The clock goes on to that day's midnight after the answer was due. */
    CardOffice replyOverdue() {
        clock.freezeAt(card().replyDueOn()
                .plusDays(1)
                .atStartOfDay(org.duban.kernel.Zones.CITY)
                .plusMinutes(1)
                .toInstant());
        return fireDue();
    }

    /** Fires what is due by now, the earliest first: one may take the next along. */
    CardOffice fireDue() {
        while (driven.timers().stream()
                .anyMatch(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant()))) {
            driven.fireNextTimer();
        }
        return this;
    }

    CardOffice keep() {
        return does(COORDINATOR, "UserTask_ReviewCard", "{\"decision\":\"keep\",\"demand\":\"五月底前完成截污\"}");
    }

    CardOffice drop(String reason) {
        return does(COORDINATOR, "UserTask_ReviewCard", "{\"decision\":\"drop\",\"reason\":\"%s\"}".formatted(reason));
    }

    CardOffice approve() {
        return does(LEADER, "UserTask_ApproveCard", "{\"decision\":\"approve\"}");
    }

    /** A yellow card that the unit has not signed for yet. */
    CardOffice yellowIssued() {
        return lateForYellow().keep().approve();
    }

    CardOffice sign() {
        return does(CLERK, "UserTask_SignForCard", "{\"note\":\"已收悉\"}");
    }

    CardOffice reply() {
        return does(CLERK, "UserTask_ReplyToCard", "{\"text\":\"已完成截污纳管 12 处\"}");
    }

    CardOffice checkReply(boolean passes) {
        return does(
                COORDINATOR,
                "UserTask_CheckCardReply",
                passes ? "{\"decision\":\"pass\"}" : "{\"decision\":\"fail\",\"opinion\":\"截污点仍有溢流\"}");
    }

    CardOffice applyForLifting() {
        attaches("UserTask_ApplyForLifting");
        return does(CLERK, "UserTask_ApplyForLifting", "{\"text\":\"断面连续两月达标\"}");
    }

    CardOffice checkSite(boolean passes) {
        return does(
                COORDINATOR,
                "UserTask_CheckLifting",
                "{\"visitedOn\":\"%s\",\"visitors\":\"陈一、林二\",\"decision\":\"%s\",\"opinion\":\"%s\"}"
                        .formatted(today(), passes ? "pass" : "fail", passes ? "整改到位" : "仍有溢流"));
    }

    CardOffice approveLifting(boolean approves) {
        return does(
                LEADER,
                "UserTask_ApproveLifting",
                approves ? "{\"decision\":\"approve\"}" : "{\"decision\":\"reject\",\"reason\":\"再观察一个月\"}");
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    <T> T as(String who, Supplier<T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        identity.asPerson(who, () -> answer.set(work.get()));
        return answer.get();
    }

    /** A proposal by hand. */
    Card propose(String who, CardCause cause, CardColour colour, String assessor, Map<String, Integer> numbers) {
        return propose(who, cause, colour, assessor, numbers, "现场检查发现" + cause.label());
    }

    Card propose(
            String who,
            CardCause cause,
            CardColour colour,
            String assessor,
            Map<String, Integer> numbers,
            String text) {
        HandProposals hands = application.getBean(HandProposals.class);
        Card card = as(
                who,
                () -> hands.propose(new HandProposal(
                        subject().value(),
                        null,
                        cause,
                        text,
                        colour,
                        assessor,
                        numbers.get("daysLate"),
                        numbers.get("roundsBehind"),
                        numbers.get("repeatLetters"),
                        numbers.get("unansweredReminders"),
                        null)));
        driven = new CaseDriver(application).take(card.no());
        return card;
    }

    Card propose(String who, CardCause cause) {
        return propose(who, cause, null, null, Map.of());
    }

    static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step)
                .satisfiesAnyOf(
                        refused ->
                                assertThat(refused).isInstanceOf(Refusal.class).hasMessageContaining(sentence),
                        refused -> assertThat(refused)
                                .hasRootCauseInstanceOf(Refusal.class)
                                .rootCause()
                                .hasMessageContaining(sentence));
    }
}
