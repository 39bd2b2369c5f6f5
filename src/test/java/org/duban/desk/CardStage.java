package org.duban.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.card.Card;
import org.duban.card.Cards;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.RungReached;
import org.duban.deadline.RungsReached;
import org.duban.deadline.Subjects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Criterion;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A problem of Jinjiang that goes late, and the card about it as far as a test wants it. */
public final class CardStage {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final ApplicationContext application;
    private final Cards cards;
    private final CityClock clock;
    final CaseDriver problem;
    private CaseDriver card;

    private CardStage(ApplicationContext application, CaseDriver problem) {
        this.application = application;
        this.cards = application.getBean(Cards.class);
        this.clock = application.getBean(CityClock.class);
        this.problem = problem;
    }

    /** Due on the last of April, the clock standing on the second of March. */
    static CardStage in(ApplicationContext application, int year) {
        new CaseDriver(application).on(year + "-03-02");
        String serial = "牌台-" + year + "-" + SERIAL.incrementAndGet();
        return new CardStage(
                application,
                Journey.rectifying(
                        application, CaseDriver.row(serial, Deadline.on(LocalDate.of(year, 4, 30)), "350582")));
    }

    /** About a case a test drives itself. */
    public static CardStage about(ApplicationContext application, CaseDriver problem) {
        return new CardStage(application, problem);
    }

    /** Five days late on the fifth of May, and a yellow card proposed for it, as the watch does. */
    CardStage proposed() {
        clock.freezeAt(
                LocalDate.of(year(), 5, 5).atTime(9, 0).atZone(Zones.CITY).toInstant());
        return lateBy(5);
    }

    /** That many days late now, and a yellow card proposed for it, as the watch does. */
    public CardStage lateBy(int days) {
        LedgerEntry limit = application.getBean(DeadlineLedger.class).all(problem.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .findFirst()
                .orElseThrow();
        RungReached rung = new RungReached(
                limit,
                application.getBean(Subjects.class).of(problem.no()),
                -days,
                0,
                LadderAction.PROPOSE_YELLOW,
                -days,
                Set.of("协调员"),
                "Rule_LimitYellow",
                "EscalationLadder:1",
                "超期",
                null,
                clock.instant());
        application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> application.publishEvent(new RungsReached(List.of(rung))));
        return drive();
    }

    private CardStage drive() {
        List<Card> all = cards.about(problem.no());
        card = new CaseDriver(application).take(all.get(all.size() - 1).no());
        return this;
    }

    public CardStage issued() {
        card.as("coordinator").does("UserTask_ReviewCard", "{\"decision\":\"keep\",\"demand\":\"五月底前完成截污\"}");
        card.as("leader").does("UserTask_ApproveCard", "{\"decision\":\"approve\"}");
        return this;
    }

    public CardStage signed() {
        card.as("clerk350582").does("UserTask_SignForCard", "{\"note\":\"已收悉\"}");
        return this;
    }

    public CardStage lifted() {
        card.as("clerk350582").does("UserTask_ReplyToCard", "{\"text\":\"已完成截污纳管 12 处\"}");
        card.as("coordinator").does("UserTask_CheckCardReply", "{\"decision\":\"pass\"}");
        card.as("clerk350582").attaches("UserTask_ApplyForLifting", Criterion.EFFECT_MEETS_STANDARD);
        card.as("clerk350582").does("UserTask_ApplyForLifting", "{\"text\":\"断面连续两月达标\"}");
        card.as("coordinator")
                .does(
                        "UserTask_CheckLifting",
                        "{\"visitedOn\":\"%s\",\"visitors\":\"陈一、林二\",\"decision\":\"pass\",\"opinion\":\"整改到位\"}"
                                .formatted(LocalDate.now(clock)));
        card.as("leader").does("UserTask_ApproveLifting", "{\"decision\":\"approve\"}");
        return this;
    }

    CardStage runJobs() {
        card.runJobs();
        return this;
    }

    public CaseNo no() {
        return card.no();
    }

    Card card() {
        return cards.file(no()).orElseThrow().card();
    }

    Instant now() {
        return clock.instant();
    }

    private int year() {
        return LocalDate.now(clock).getYear();
    }
}
