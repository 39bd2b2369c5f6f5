package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.LetterBox.COORDINATOR;
import static org.duban.petition.LetterBox.HUIAN;
import static org.duban.petition.LetterBox.JINJIANG;
import static org.duban.petition.LetterBox.NANAN;
import static org.duban.petition.LetterBox.dispatch;
import static org.duban.petition.LetterBox.findings;
import static org.duban.petition.LetterBox.headSign;
import static org.duban.petition.LetterBox.sign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.petition.PetitionCommand.ArbitrateReturn;
import org.duban.petition.PetitionCommand.CallBack;
import org.duban.petition.PetitionCommand.Conclude;
import org.duban.petition.PetitionCommand.DecideUnit;
import org.duban.petition.PetitionCommand.FollowUp;
import org.duban.petition.PetitionCommand.Review;
import org.duban.petition.PetitionCommand.SignFor;
import org.duban.petition.PetitionCommand.TakeUp;
import org.duban.problem.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter from registration to closed, by its use cases. */
@DubanTest
class PetitionLifeTest {

    private static final Actor CLERK = Actor.of("clerk350582", "经办");

    @Autowired
    ApplicationContext application;

    @Autowired
    PetitionService petitions;

    @Autowired
    PetitionStore store;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    Problems problems;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CityClock clock;

    private LetterBox box;

    @BeforeEach
    void monday() {
        box = new LetterBox(application).on("2071-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void anAnswerIsDueTenDaysAfterTheDayInACentralNumber() {
        CaseNo no = box.register(box.letter());
        assertThat(answer(no).currentDueOn()).isEqualTo("2071-03-12");
        assertThat(answer(no).name()).isEqualTo("督察信访件办理");
        assertThat(answer(no).ruleVersion()).startsWith("PetitionDeadline:");
        assertThat(store.find(no).orElseThrow().course().dueOn()).isEqualTo("2071-03-12");
    }

    @Test
    void aPlatformLetterHasFifteenDaysToBeAcceptedAndSixtyToBeAnswered() {
        CaseNo no = box.register(box.platformLetter());
        assertThat(answer(no).currentDueOn()).isEqualTo("2071-05-01");
        LedgerEntry acceptance = of(no, LedgerKind.ACCEPTANCE);
        assertThat(acceptance.currentDueOn()).isEqualTo("2071-03-17");
        handedTo(no, JINJIANG);
        assertThat(ledger.byKey(acceptance.key()).orElseThrow().metAt()).isNotNull();
    }

    @Test
    void sharesThatDoNotAddUpAreRefusedWithTheDifference() {
        CaseNo no = box.register(box.letter());
        assertThatThrownBy(() -> petitions.dispatch(no, dispatch(JINJIANG, "0.5", NANAN, "0.3"), COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("合计 0.8")
                .hasMessageContaining("还差 0.2");
        assertThat(store.find(no).orElseThrow().state()).isEqualTo(PetitionState.REGISTERED);
    }

    @Test
    void theDatabaseItselfKeepsSharesTogether() {
        CaseNo no = box.register(box.letter());
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Petition petition = store.lock(no).orElseThrow();
                    store.update(petition, petition.with(List.of(Share.of(JINJIANG, new BigDecimal("0.90")))));
                }))
                .hasMessageContaining("add up");
    }

    @Test
    void severalUnitsInvestigateSideBySideAndAnswerTogether() {
        CaseNo no = box.register(box.letter());
        petitions.dispatch(no, dispatch(JINJIANG, "0.7", NANAN, "0.3"), COORDINATOR);
        petitions.signFor(no, JINJIANG, sign(), CLERK);
        assertThat(petitions.signFor(no, NANAN, sign(), CLERK).state()).isEqualTo(PetitionState.INVESTIGATING);
        petitions.fileFindings(no, NANAN, findings(Verdict.UNTRUE, Outcome.DONE, null), CLERK);
        petitions.headSign(no, NANAN, headSign(), CLERK);
        petitions.fileFindings(no, JINJIANG, findings(Verdict.TRUE, Outcome.STAGED, LocalDate.of(2071, 4, 30)), CLERK);
        Petition answered = petitions.headSign(no, JINJIANG, headSign(), CLERK);
        assertThat(answered.state()).isEqualTo(PetitionState.REVIEWING);
        assertThat(answered.answer().verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(answered.answer().outcome()).isEqualTo(Outcome.STAGED);
        assertThat(answered.answer().findings()).contains("晋江：").contains("南安：");
        assertThat(answered.answer().sanctions().fine()).isEqualByComparingTo("60000");
        assertThat(ledger.current(no)).noneMatch(entry -> entry.kind() == LedgerKind.ANSWER);
    }

    @Test
    void aReturnedShareGoesToAnotherUnitAndTheSecondReturnToTheLeader() {
        CaseNo no = box.register(box.letter());
        petitions.dispatch(no, dispatch(JINJIANG, "1"), COORDINATOR);
        petitions.signFor(no, JINJIANG, giveBack(NANAN), CLERK);
        petitions.arbitrateReturn(
                no,
                JINJIANG,
                new ArbitrateReturn(ArbitrateReturn.Choice.REASSIGN, NANAN.value(), "地点在南安市境内。"),
                COORDINATOR);
        Petition returned = petitions.signFor(no, NANAN, giveBack(JINJIANG), CLERK);
        assertThat(petitions.returnsCapped(returned)).isTrue();
        assertThatThrownBy(() -> petitions.arbitrateReturn(
                        no, NANAN, new ArbitrateReturn(ArbitrateReturn.Choice.KEEP, null, "维持"), COORDINATOR))
                .hasMessageContaining("须由领导");
        petitions.decideUnit(no, NANAN, new DecideUnit(HUIAN.value(), "经现场踏勘，点位在惠安县。"), COORDINATOR);
        assertThatThrownBy(() -> petitions.signFor(no, HUIAN, giveBack(null), CLERK))
                .hasMessageContaining("不能再退单");
        assertThat(petitions.signFor(no, HUIAN, sign(), CLERK).state()).isEqualTo(PetitionState.INVESTIGATING);
        assertThat(store.events(no))
                .extracting(PetitionEvent::fact)
                .containsExactly(
                        PetitionFact.REGISTERED,
                        PetitionFact.DISPATCHED,
                        PetitionFact.RETURNED,
                        PetitionFact.REASSIGNED,
                        PetitionFact.RETURNED,
                        PetitionFact.UNIT_DECIDED,
                        PetitionFact.SIGNED_FOR);
    }

    @Test
    void aPoorAnswerIsDispatchedAgainAndCounted() {
        CaseNo no = answered(Outcome.DONE, null);
        Petition again = petitions.review(no, new Review(Review.Choice.REDISPATCH, "没有附监测报告，请补充。"), COORDINATOR);
        assertThat(again.state()).isEqualTo(PetitionState.INVESTIGATING);
        assertThat(again.course().redispatches()).isEqualTo(1);
        assertThat(answer(no).currentDueOn()).isEqualTo("2071-03-07");
        investigated(no, Outcome.DONE, null);
        assertThat(petitions
                        .review(no, new Review(Review.Choice.PASS, null), COORDINATOR)
                        .state())
                .isEqualTo(PetitionState.CALL_BACK);
    }

    @Test
    void aStagedAnswerStaysOpenUntilItIsDone() {
        CaseNo no = answered(Outcome.STAGED, LocalDate.of(2071, 4, 30));
        petitions.review(no, new Review(Review.Choice.PASS, null), COORDINATOR);
        assertThat(of(no, LedgerKind.FOLLOW_UP).currentDueOn()).isEqualTo("2071-04-30");
        assertThat(petitions.followUpDueAt(no)).isEqualTo("2071-04-29T16:00:00Z");
        petitions.followUp(
                no, new FollowUp(FollowUp.Choice.CONTINUE, "设备尚未到货。", LocalDate.of(2071, 5, 20)), COORDINATOR);
        assertThat(of(no, LedgerKind.FOLLOW_UP).currentDueOn()).isEqualTo("2071-05-20");
        Petition done = petitions.followUp(no, new FollowUp(FollowUp.Choice.DONE, "已完成改造。", null), COORDINATOR);
        assertThat(done.answer().outcome()).isEqualTo(Outcome.DONE);
        assertThat(ledger.current(no)).allMatch(entry -> entry.kind() == LedgerKind.TASK);
        Petition closed = petitions.callBack(
                no, new CallBack(CallBack.Result.SATISFIED, null, LocalDate.of(2071, 3, 2)), COORDINATOR);
        assertThat(closed.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(closed.course().satisfied()).isTrue();
    }

    @Test
    void aStagedAnswerMayBecomeAProblemLinkedToTheLetter() {
        CaseNo no = answered(Outcome.STAGED, LocalDate.of(2071, 4, 30));
        petitions.review(no, new Review(Review.Choice.PASS, null), COORDINATOR);
        Petition closed =
                petitions.followUp(no, new FollowUp(FollowUp.Choice.PROBLEM, "涉及管网改造，转入整改清单。", null), COORDINATOR);
        assertThat(closed.state()).isEqualTo(PetitionState.CLOSED);
        CaseNo problem = CaseNo.of(closed.course().problemNo());
        assertThat(problems.file(problem).orElseThrow().description()).contains(no.value());
    }

    @Test
    void aPetitionerDissatisfiedTwiceBringsTheLetterToALeader() {
        CaseNo no = answered(Outcome.DONE, null);
        petitions.review(no, new Review(Review.Choice.PASS, null), COORDINATOR);
        Petition again =
                petitions.callBack(no, new CallBack(CallBack.Result.DISSATISFIED, "夜间仍有气味。", null), COORDINATOR);
        assertThat(again.state()).isEqualTo(PetitionState.INVESTIGATING);
        investigated(no, Outcome.DONE, null);
        petitions.review(no, new Review(Review.Choice.PASS, null), COORDINATOR);
        Petition leaders =
                petitions.callBack(no, new CallBack(CallBack.Result.DISSATISFIED, "仍不满意。", null), COORDINATOR);
        assertThat(leaders.state()).isEqualTo(PetitionState.LEADERS_CASE);
        petitions.takeUp(no, new TakeUp("分管领导", "现场会商，限期搬迁。", LocalDate.of(2071, 6, 1)), COORDINATOR);
        assertThat(of(no, LedgerKind.LEADERS_CASE).currentDueOn()).isEqualTo("2071-06-01");
        Petition closed = petitions.conclude(no, new Conclude("企业已搬迁，信访人认可。"), COORDINATOR);
        assertThat(closed.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(ledger.current(no)).allMatch(entry -> entry.kind() == LedgerKind.TASK);
    }

    private CaseNo answered(Outcome outcome, LocalDate plannedOn) {
        CaseNo no = box.register(box.letter());
        handedTo(no, JINJIANG);
        investigated(no, outcome, plannedOn);
        return no;
    }

    private void handedTo(CaseNo no, UnitCode unit) {
        petitions.dispatch(no, dispatch(unit, "1"), COORDINATOR);
        petitions.signFor(no, unit, sign(), CLERK);
    }

    private void investigated(CaseNo no, Outcome outcome, LocalDate plannedOn) {
        petitions.fileFindings(no, JINJIANG, findings(Verdict.TRUE, outcome, plannedOn), CLERK);
        petitions.headSign(no, JINJIANG, headSign(), CLERK);
    }

    private static SignFor giveBack(UnitCode suggested) {
        return new SignFor(
                SignFor.Choice.RETURN,
                ReturnReason.NOT_OUR_AREA,
                "经查点位不在本辖区。",
                suggested == null ? null : suggested.value());
    }

    private LedgerEntry answer(CaseNo no) {
        return of(no, LedgerKind.ANSWER);
    }

    private LedgerEntry of(CaseNo no, LedgerKind kind) {
        return ledger.current(no).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
