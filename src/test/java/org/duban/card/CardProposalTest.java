package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.card.CardOffice.COORDINATOR;
import static org.duban.card.CardOffice.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.deadline.LadderAction;
import org.duban.journal.CaseJournal;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionRepeated;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.duban.round.BehindScheduleTwice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Where proposals come from, and how facts about one task fold together. */
@DubanTest
class CardProposalTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Proposing proposing;

    @Autowired
    CaseJournal journal;

    private CardOffice office;

    @BeforeEach
    void rectifying() {
        office = CardOffice.in(application, 2063);
    }

    @AfterEach
    void restoreClock() {
        office.clock.reset();
    }

    private List<Card> cards() {
        return office.cards.about(office.subject());
    }

    @Test
    void aFactHeardTwiceCountsOnce() {
        office.lateForYellow().late(5, LadderAction.PROPOSE_YELLOW).late(6, LadderAction.PROPOSE_YELLOW);
        assertThat(cards()).hasSize(1);
        assertThat(office.file().proposals()).hasSize(1);
        assertThat(office.waiting()).containsExactly("UserTask_ReviewCard");
    }

    @Test
    void furtherFactsJoinTheOpenCardAndMayMakeItGraver() {
        office.lateForYellow().late(31, LadderAction.PROPOSE_RED);
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.state()).isEqualTo(CardState.PROPOSED);
            assertThat(card.shownColour()).isEqualTo(CardColour.RED);
        });
        assertThat(office.file().proposals()).hasSize(2);
    }

    @Test
    void anotherCauseIsAnotherCard() {
        office.lateForYellow();
        office.propose(COORDINATOR, CardCause.PERFUNCTORY);
        assertThat(cards()).extracting(Card::cause).containsExactly(CardCause.MISSED_NODE, CardCause.PERFUNCTORY);
    }

    @Test
    void manyAtOnceMakeOneCard() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> voices = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(voice -> () -> proposing
                            .bringUp(
                                    new BroughtUp(
                                            office.subject() + "/voice/" + voice / 2,
                                            office.subject(),
                                            UnitCode.of("350582"),
                                            CardFacts.of(CardCause.REPEAT_LETTERS, ProposerKind.RULE)
                                                    .letters(3),
                                            "规则",
                                            "三件重复投诉"),
                                    Actor.system())
                            .isPresent())
                    .toList();
            for (Future<Boolean> heard : nodes.invokeAll(voices)) {
                heard.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(cards()).hasSize(1);
        office.drive();
        assertThat(office.file().proposals()).hasSize(4);
        assertThat(office.waiting()).containsExactly("UserTask_ReviewCard");
    }

    @Test
    void twoRoundsBehindScheduleProposeACard() {
        BehindScheduleTwice behind = new BehindScheduleTwice(
                office.subject(), CaseNo.of("DD2063-000004"), CaseNo.of("DD2063-000003"), office.clock.instant());
        transaction.executeWithoutResult(status -> application.publishEvent(behind));
        transaction.executeWithoutResult(status -> application.publishEvent(behind));
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.cause()).isEqualTo(CardCause.BEHIND_SCHEDULE);
            assertThat(card.unit().value()).isEqualTo("350582");
            assertThat(card.shownColour()).isEqualTo(CardColour.YELLOW);
        });
    }

    @Test
    void lettersAboutOneMatterSpeakForOneCard() {
        // The first repeat gives no cause yet; who repeats is not looked up, so a problem may stand for the letter
        // here.
        repeated(office.subject(), 2);
        assertThat(cards()).isEmpty();
        repeated(office.subject(), 3);
        repeated(CaseNo.of("XF2063-999999"), 4);
        assertThat(office.cards.about(CaseNo.of("XF2063-999999"))).isEmpty();
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.cause()).isEqualTo(CardCause.REPEAT_LETTERS);
            assertThat(office.cards.file(card.no()).orElseThrow().proposals()).hasSize(2);
        });
    }

    private void repeated(CaseNo letter, int count) {
        PetitionRepeated fact = new PetitionRepeated(
                letter, 2063_000_001L, count, UnitCode.of("350582"), Actor.system(), office.clock.instant());
        transaction.executeWithoutResult(status -> application.publishEvent(fact));
    }

    @Test
    void aRelapseProposesOneRedCard() {
        Journey.struckOff(office.problem).fireNextTimer();
        office.problem.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), true));
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.cause()).isEqualTo(CardCause.RELAPSE);
            assertThat(card.shownColour()).isEqualTo(CardColour.RED);
            assertThat(card.state()).isEqualTo(CardState.PROPOSED);
        });
        office.drive();
        assertThat(office.file().proposals())
                .extracting(Proposal::text)
                .anyMatch(text -> text.startsWith("回头看发现反弹"))
                .hasSize(2);
    }

    @Test
    void anAssessorsNameIsKept() {
        office.propose(COORDINATOR, CardCause.POOR_QUALITY, null, "华信环境评估有限公司", Map.of());
        assertThat(office.card().proposer()).isEqualTo(ProposerKind.ASSESSOR);
        assertThat(office.file().proposals().get(0).proposerName()).isEqualTo("华信环境评估有限公司");
        assertThat(office.file().proposals().get(0).stamp().by().username()).isEqualTo(COORDINATOR);
    }

    @Test
    void aDepartmentThatTakesPartProposesAndNobodyElse() {
        office.propose(Journey.SUPERVISOR, CardCause.PERFUNCTORY);
        assertThat(office.card().proposer()).isEqualTo(ProposerKind.DEPARTMENT);
        assertRefused(() -> office.propose("clerk350521", CardCause.POOR_QUALITY), "发牌建议由市环委办提出");
        assertRefused(() -> office.propose(CardOffice.CLERK, CardCause.POOR_QUALITY), "发牌建议由市环委办提出");
        assertRefused(() -> office.propose("clerk35050010", CardCause.POOR_QUALITY), "发牌建议由市环委办提出");
        assertRefused(
                () -> office.propose(Journey.SUPERVISOR, CardCause.POOR_QUALITY, null, "某评估公司", Map.of()),
                "第三方评估组的建议请交市环委办代为提出");
    }

    @Test
    void whatNoRuleSeesNeedsAPersonsJudgement() {
        assertRefused(() -> office.propose(COORDINATOR, CardCause.OTHER), "达不到发牌条件");
        assertRefused(
                () -> office.propose(COORDINATOR, CardCause.REPEAT_LETTERS, null, null, Map.of("repeatLetters", 1)),
                "达不到发牌条件");
        office.propose(COORDINATOR, CardCause.OTHER, CardColour.YELLOW, null, Map.of());
        assertThat(office.file().proposals().get(0).verdict().rule()).endsWith("Rule_JudgedYellow");
    }

    @Test
    void theSameProposalSentTwiceIsOne() {
        Card first = office.propose(COORDINATOR, CardCause.FALSE_REPORT);
        Card second = office.propose(COORDINATOR, CardCause.FALSE_REPORT);
        assertThat(second.no()).isEqualTo(first.no());
        assertThat(office.file().proposals()).hasSize(1);
        office.drop("查无实据");
        assertRefused(() -> office.propose(COORDINATOR, CardCause.FALSE_REPORT), "同样的建议已经提过");
    }

    @Test
    void theRecordOfTheProblemAloneTellsOfItsCard() {
        office.yellowIssued()
                .sign()
                .reply()
                .checkReply(true)
                .applyForLifting()
                .checkSite(true)
                .approveLifting(true);
        String ofProblem = record(office.subject());
        for (CardEvent event : List.of(
                CardEvent.PROPOSED, CardEvent.APPROVED, CardEvent.ISSUED, CardEvent.REPLIED, CardEvent.LIFTED)) {
            assertThat(ofProblem).contains("\"type\":\"" + event.event() + "\"");
        }
        assertThat(ofProblem).contains("\"card\":\"" + office.no() + "\"");
        String ofCard = record(office.no());
        assertThat(ofCard)
                .contains("\"subject\":\"" + office.subject() + "\"")
                .contains("\"type\":\"card.signedFor\"")
                .contains("\"cardState\":{\"after\":\"已摘牌\"");
    }

    private String record(CaseNo no) {
        StringBuilder all = new StringBuilder();
        journal.page(no.value(), 0, 1000)
                .items()
                .forEach(entry -> all.append(new String(entry.body(), StandardCharsets.UTF_8)));
        return all.toString();
    }
}
