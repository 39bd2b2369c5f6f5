package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.card.CardOffice.CLERK;
import static org.duban.card.CardOffice.COORDINATOR;
import static org.duban.card.CardOffice.LEADER;
import static org.duban.card.CardOffice.assertRefused;

import java.time.LocalDate;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.Papers;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What stops a card or a proposal: an objection, four eyes, work that is done. */
@DubanTest
class CardStoppedTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    Papers papers;

    private CardOffice office;

    @BeforeEach
    void rectifying() {
        office = CardOffice.in(application, 2060);
    }

    @AfterEach
    void restoreClock() {
        office.clock.reset();
    }

    @Test
    void anUpheldObjectionRevokesTheCard() {
        office.yellowIssued().sign();
        object("断面超标由上游引起");
        assertThat(office.listOf(LEADER)).containsExactly("UserTask_DecideCardObjection");
        office.does(LEADER, "UserTask_DecideCardObjection", "{\"upheld\":true,\"answer\":\"上游责任已查明\"}");
        assertThat(office.card().state()).isEqualTo(CardState.REVOKED);
        assertThat(office.waiting()).isEmpty();
        assertThat(papers.of(office.no())).allMatch(Paper::withdrawn);
        assertThat(ledger.current(office.no())).isEmpty();
    }

    @Test
    void aRejectedObjectionChangesNothingAndTheClockRunsOn() {
        office.yellowIssued().sign();
        LocalDate due = office.card().replyDueOn();
        object("已经完成");
        office.does(LEADER, "UserTask_DecideCardObjection", "{\"upheld\":false,\"answer\":\"现场未完成\"}");
        assertThat(office.card().state()).isEqualTo(CardState.SIGNED);
        assertThat(office.card().replyDueOn()).isEqualTo(due);
        assertThat(office.waiting()).containsExactly("UserTask_ReplyToCard");
        office.reply();
        assertRefused(() -> object("再次异议"), "异议只能在答复以前提出");
    }

    @Test
    void redIsNotApprovedWhileAnObjectionIsUndecided() {
        office.yellowIssued().sign();
        object("情况不实");
        assertRefused(() -> object("再提一次"), "已经提出过异议");
        office.replyOverdue().keep();
        assertRefused(office::approve, "异议还没有裁定");
        office.does(LEADER, "UserTask_DecideCardObjection", "{\"upheld\":true,\"answer\":\"情况属实\"}");
        assertThat(office.card().state()).isEqualTo(CardState.REVOKED);
        assertThat(office.waiting()).isEmpty();
    }

    @Test
    void onlyTheUnitThatHoldsTheCardObjects() {
        office.yellowIssued();
        Objecting objecting = application.getBean(Objecting.class);
        assertRefused(() -> office.as("clerk350521", () -> objecting.file(office.no(), "替别人说话")), "您不在这个单位");
    }

    private void object(String text) {
        Objecting objecting = application.getBean(Objecting.class);
        office.as(CLERK, () -> objecting.file(office.no(), text));
        office.runJobs();
    }

    @Test
    void whoProposedDoesNotApprove() {
        BothHats.save(application);
        office.propose(BothHats.NAME, CardCause.FALSE_REPORT);
        office.keep();
        assertRefused(() -> office.does(BothHats.NAME, "UserTask_ApproveCard", "{\"decision\":\"approve\"}"), "由您本人提出");
        office.approve();
        assertThat(office.card().state()).isEqualTo(CardState.ISSUED);
    }

    @Test
    void whoReviewedDoesNotApprove() {
        BothHats.save(application);
        office.lateForYellow();
        office.does(BothHats.NAME, "UserTask_ReviewCard", "{\"decision\":\"keep\",\"demand\":\"限期整改\"}");
        assertRefused(() -> office.does(BothHats.NAME, "UserTask_ApproveCard", "{\"decision\":\"approve\"}"), "由您本人审核");
    }

    @Test
    void aProposalIsWithdrawnWhenItsProblemIsStruckOff() {
        office.lateForYellow().keep();
        Journey.struckOff(office.problem);
        office.runJobs();
        assertThat(office.card().state()).isEqualTo(CardState.WITHDRAWN);
        assertThat(office.card().closingReason()).contains("已销号");
        assertThat(office.waiting()).isEmpty();
        assertRefused(() -> office.propose(COORDINATOR, CardCause.POOR_QUALITY, null, null, Map.of()), "不能再建议发牌");
    }

    @Test
    void aRedProposalIsWithdrawnTooAndYellowGoesOn() {
        office.yellowIssued().replyOverdue();
        Journey.struckOff(office.problem);
        office.runJobs();
        assertThat(office.card().state()).isEqualTo(CardState.ISSUED);
        assertThat(office.card().colour()).isEqualTo(CardColour.YELLOW);
        assertThat(office.waiting()).containsExactly("UserTask_SignForCard");
    }
}
