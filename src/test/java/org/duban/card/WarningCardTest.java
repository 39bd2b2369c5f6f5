package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.card.CardOffice.CLERK;
import static org.duban.card.CardOffice.COORDINATOR;
import static org.duban.card.CardOffice.LEADER;
import static org.duban.card.CardOffice.assertRefused;

import java.time.LocalDate;
import java.util.List;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.paper.Papers;
import org.duban.notice.service.Services;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every path of {@code WarningCard} on the real engine. */
@DubanTest
class WarningCardTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    Papers papers;

    @Autowired
    Services services;

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
    void aProposalIsNoCardUntilItIsReviewedAndApproved() {
        office.lateForYellow();
        assertThat(office.card().state()).isEqualTo(CardState.PROPOSED);
        assertThat(office.card().level()).isZero();
        assertThat(office.listOf(COORDINATOR)).containsExactly("UserTask_ReviewCard");
        assertThat(papers.of(office.no())).isEmpty();
        office.keep();
        assertThat(office.listOf(LEADER)).containsExactly("UserTask_ApproveCard");
        assertThat(papers.of(office.no())).isEmpty();
    }

    @Test
    void theProposalKeepsTheFactsAsTheyStoodAndTheRuleThatMatched() {
        office.lateForYellow();
        assertThat(office.file().proposals()).singleElement().satisfies(proposal -> {
            assertThat(proposal.facts())
                    .containsEntry("daysLate", 5)
                    .containsEntry("cause", "超期未完成")
                    .containsEntry("importance", "高");
            assertThat(proposal.verdict().rule()).startsWith("CardDecision:").endsWith("Rule_LateHigh");
            assertThat(proposal.proposer()).isEqualTo(ProposerKind.RULE);
            assertThat(proposal.text()).contains("已超期 5 天");
        });
    }

    @Test
    void anIssuedCardHasItsNoticeItsClockAndIsServed() {
        office.yellowIssued();
        Paper notice = papers.of(office.no()).get(0);
        assertThat(notice.kind()).isEqualTo(PaperKind.WARNING);
        assertThat(office.file().issues()).singleElement().satisfies(issue -> {
            assertThat(issue.colour()).isEqualTo(CardColour.YELLOW);
            assertThat(issue.paperNumber()).isEqualTo(notice.number());
            assertThat(issue.approved().by().username()).isEqualTo(LEADER);
            assertThat(issue.issuedOn()).isEqualTo(office.today());
        });
        assertThat(services.of(office.no())).isNotEmpty();
        LedgerEntry clock = replyClock();
        assertThat(clock.currentDueOn()).isEqualTo(office.card().replyDueOn());
        assertThat(clock.course().timerElement()).isEqualTo("Boundary_ReplyOverdue");
        assertThat(office.listOf(CLERK)).containsExactly("UserTask_SignForCard");
        assertThat(office.card().state()).isEqualTo(CardState.ISSUED);
    }

    @Test
    void aYellowCardIsSignedForAnsweredCheckedAndLifted() {
        office.yellowIssued().sign();
        assertThat(services.of(office.no())).anyMatch(delivery -> delivery.receipt() != null);
        office.reply();
        assertThat(replyClock().metAt()).isNotNull();
        office.checkReply(true).applyForLifting().checkSite(true).approveLifting(true);
        Card lifted = office.card();
        assertThat(lifted.state()).isEqualTo(CardState.LIFTED);
        assertThat(lifted.colour()).isEqualTo(CardColour.YELLOW);
        assertThat(office.waiting()).isEmpty();
        assertThat(papers.of(office.no()))
                .extracting(Paper::kind)
                .containsExactly(PaperKind.WARNING, PaperKind.LIFTING);
        assertThat(office.file().liftings().get(0).paperNumber()).isNotBlank();
        // What follows from many cards of one unit may still be carried out.
        assertThat(ledger.current(office.no()))
                .filteredOn(entry -> !entry.rule().equals("UserTask_CarryOutConsequence"))
                .isEmpty();
    }

    @Test
    void aDroppedProposalStaysListedWithItsReason() {
        office.lateForYellow().drop("已批准延期，手续在途");
        assertThat(office.card().state()).isEqualTo(CardState.DROPPED);
        assertThat(office.card().closingReason()).isEqualTo("已批准延期，手续在途");
        assertThat(office.waiting()).isEmpty();
        assertThat(office.file().issues()).isEmpty();
        assertThat(dropped()).extracting(Card::no).contains(office.no());
        office.late(5, LadderAction.PROPOSE_YELLOW);
        assertThat(office.cards.about(office.subject())).hasSize(1);
    }

    private List<Card> dropped() {
        return office.as(
                "auditor", () -> office.cards.page(CardFilter.all().in(List.of(CardState.DROPPED)), null, 100));
    }

    @Test
    void aGraverFactAfterADropIsProposedAnew() {
        office.lateForYellow().drop("先催办");
        office.late(31, LadderAction.PROPOSE_RED).drive();
        assertThat(office.cards.about(office.subject())).hasSize(2);
        assertThat(office.card().shownColour()).isEqualTo(CardColour.RED);
    }

    @Test
    void theCoordinatorChangesWhatTheRuleProposedWithAReason() {
        office.lateForYellow();
        String changed = "{\"decision\":\"keep\",\"colour\":\"RED\",\"replyDays\":7,\"demand\":\"立即整改\"%s}";
        assertRefused(() -> office.does(COORDINATOR, "UserTask_ReviewCard", changed.formatted("")), "请填写调整的理由");
        office.does(COORDINATOR, "UserTask_ReviewCard", changed.formatted(",\"reason\":\"影响饮用水源\""));
        assertThat(office.card().wanted().verdict().approver()).isEqualTo("领导小组领导");
        office.approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
        assertThat(office.file().decisions().get(0).outcome()).isEqualTo(CardDecision.Outcome.CHANGED);
        assertThat(office.file().issues().get(0).verdict().replyDays()).isEqualTo(7);
    }

    @Test
    void theLeaderSendsBackAndRefuses() {
        office.lateForYellow().keep();
        office.does(LEADER, "UserTask_ApproveCard", "{\"decision\":\"return\",\"reason\":\"补充现场照片\"}");
        assertThat(office.listOf(COORDINATOR)).containsExactly("UserTask_ReviewCard");
        office.keep().does(LEADER, "UserTask_ApproveCard", "{\"decision\":\"refuse\",\"reason\":\"情有可原\"}");
        assertThat(office.card().state()).isEqualTo(CardState.REFUSED);
        assertThat(office.waiting()).isEmpty();
        assertThat(papers.of(office.no())).isEmpty();
    }

    @Test
    void anUnsignedNoticeIsNotedAndTheAnswerIsDueAllTheSame() {
        office.yellowIssued().fireNextTimer();
        assertThat(office.waiting()).containsExactly("UserTask_SignForCard");
        office.replyOverdue();
        assertThat(office.card().state()).isEqualTo(CardState.PROPOSED);
        assertThat(office.card().turnsRed()).isTrue();
    }

    @Test
    void aMissedAnswerTurnsYellowRedWithItsOwnApprovalAndNotice() {
        office.yellowIssued().sign().replyOverdue();
        assertThat(office.waiting()).containsExactly("UserTask_ReviewCard");
        assertThat(office.file().proposals())
                .last()
                .satisfies(proposal -> assertThat(proposal.verdict().rule()).endsWith("Rule_ReplyMissed"));
        office.keep().approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
        assertThat(office.card().level()).isEqualTo(2);
        assertThat(papers.of(office.no())).hasSize(2);
        assertThat(office.listOf(CLERK)).containsExactly("UserTask_SignForCard");
        office.sign().reply().checkReply(true).applyForLifting().checkSite(true).approveLifting(true);
        assertThat(office.card().state()).isEqualTo(CardState.LIFTED);
    }

    @Test
    void aFailedCheckTurnsYellowRed() {
        office.yellowIssued().sign().reply().checkReply(false);
        assertThat(office.waiting()).containsExactly("UserTask_ReviewCard");
        office.keep().approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
        assertThat(office.file().proposals().get(1).verdict().rule()).endsWith("Rule_CheckFailed");
    }

    @Test
    void yellowGoesOnWhenItDoesNotTurnRed() {
        office.yellowIssued().sign().replyOverdue();
        LocalDate first = office.file().issues().get(0).replyDueOn();
        office.drop("台风影响，再给一次机会");
        assertThat(office.card().state()).isEqualTo(CardState.SIGNED);
        assertThat(office.card().colour()).isEqualTo(CardColour.YELLOW);
        assertThat(office.card().replyDueOn()).isAfter(first);
        assertThat(office.waiting()).containsExactly("UserTask_ReplyToCard");
        office.reply().checkReply(true);
        assertThat(office.waiting()).containsExactly("UserTask_ApplyForLifting");
    }

    @Test
    void aLeaderWhoRefusesRedLeavesYellowAsItWas() {
        office.yellowIssued().replyOverdue().keep();
        office.does(LEADER, "UserTask_ApproveCard", "{\"decision\":\"refuse\",\"reason\":\"黄牌足够\"}");
        assertThat(office.card().state()).isEqualTo(CardState.ISSUED);
        assertThat(office.waiting()).containsExactly("UserTask_SignForCard");
    }

    @Test
    void aRedCardIsAnsweredAgainAndAgain() {
        office.propose(COORDINATOR, CardCause.FALSE_REPORT);
        office.keep().approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
        office.replyOverdue();
        assertThat(office.card().state()).isEqualTo(CardState.ISSUED);
        assertThat(office.card().replyDueOn()).isAfterOrEqualTo(office.today());
        office.sign().reply().checkReply(false);
        assertThat(office.card().state()).isEqualTo(CardState.SIGNED);
        assertThat(office.waiting()).contains("UserTask_ReplyToCard");
        office.reply().checkReply(true);
        assertThat(office.card().state()).isEqualTo(CardState.PASSED);
    }

    @Test
    void aGraverFactTakesAYellowCardBackToReview() {
        office.yellowIssued().sign();
        office.late(31, LadderAction.PROPOSE_RED).runJobs();
        assertThat(office.cards.about(office.subject())).hasSize(1);
        assertThat(office.waiting()).containsExactly("UserTask_ReviewCard");
        assertThat(office.card().turnsRed()).isTrue();
        assertThat(replyClock().voidedAt()).isNotNull();
        office.keep().approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
    }

    @Test
    void aGraverFactBeforeApprovalMustBeReviewedFirst() {
        office.lateForYellow().keep();
        office.late(31, LadderAction.PROPOSE_RED);
        assertRefused(office::approve, "审核以后又有更严重的事实");
        office.does(LEADER, "UserTask_ApproveCard", "{\"decision\":\"return\",\"reason\":\"按红牌重审\"}");
        assertThat(office.card().wanted().colour()).isEqualTo(CardColour.RED);
        office.keep().approve();
        assertThat(office.card().colour()).isEqualTo(CardColour.RED);
    }

    @Test
    void theSecondYellowOnOneTaskProposesRed() {
        office.yellowIssued();
        office.propose(COORDINATOR, CardCause.POOR_QUALITY);
        assertThat(office.card().shownColour()).isEqualTo(CardColour.RED);
        assertThat(office.file().proposals().get(0).facts()).containsEntry("yellows", 1);
        assertThat(office.file().proposals().get(0).verdict().rule()).endsWith("Rule_SecondQuality");
    }

    @Test
    void liftingNeedsEvidenceAVisitAndTheLeader() {
        office.yellowIssued().sign().reply().checkReply(true);
        assertRefused(() -> office.does(CLERK, "UserTask_ApplyForLifting", "{\"text\":\"已达标\"}"), "申请摘牌要有佐证材料");
        office.applyForLifting().checkSite(false);
        assertThat(office.waiting()).containsExactly("UserTask_ApplyForLifting");
        office.applyForLifting().checkSite(true).approveLifting(false);
        assertThat(office.waiting()).containsExactly("UserTask_ApplyForLifting");
        assertThat(office.card().state()).isEqualTo(CardState.PASSED);
        assertThat(office.file().liftings()).hasSize(2);
        office.applyForLifting().checkSite(true).approveLifting(true);
        assertThat(office.card().state()).isEqualTo(CardState.LIFTED);
    }

    @Test
    void whatComesTooLateOrEmptyIsRefusedWithItsReason() {
        office.yellowIssued().sign();
        assertRefused(() -> office.does(CLERK, "UserTask_ReplyToCard", "{\"text\":\" \"}"), "请填写整改情况");
        office.reply().checkReply(true).applyForLifting().checkSite(true).approveLifting(true);
        Answering answering = application.getBean(Answering.class);
        assertRefused(
                () -> answering.reply(
                        office.no(),
                        new CardCommand.ReplyTo("补充答复", null),
                        null,
                        0,
                        org.duban.kernel.Actor.of(CLERK, "承办人")),
                "已摘牌，不能再答复");
    }

    @Test
    void consequencesThatNeedSomebodyBecomeTasks() {
        office = CardOffice.in(application, 2061);
        office.propose(COORDINATOR, CardCause.FALSE_REPORT);
        office.keep().approve();
        assertThat(office.file().consequences())
                .extracting(Consequence::kind)
                .containsExactlyInAnyOrder(
                        ConsequenceKind.DEDUCTION,
                        ConsequenceKind.INTERVIEW,
                        ConsequenceKind.LISTED_SUPERVISION,
                        ConsequenceKind.ACCOUNTABILITY);
        assertThat(office.consequencesWaiting()).isEqualTo(3);
        assertThat(office.file().consequences())
                .filteredOn(consequence -> consequence.kind() == ConsequenceKind.DEDUCTION)
                .singleElement()
                .satisfies(deduction -> assertThat(deduction.points()).isEqualTo(-2));
    }

    private LedgerEntry replyClock() {
        return ledger.all(office.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.CARD_REPLY)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
