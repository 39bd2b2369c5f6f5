package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.HUIAN;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.LEADER;
import static org.duban.petition.LetterDriver.NANAN;
import static org.duban.petition.LetterDriver.callBack;
import static org.duban.petition.LetterDriver.done;
import static org.duban.petition.LetterDriver.staged;
import static org.duban.petition.LetterDriver.takeUp;

import java.time.LocalDate;
import java.util.List;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Traces through {@code PetitionDispatch}: the whole way, and what happens on it to an answer. */
@DubanTest
class PetitionDispatchTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    CityClock clock;

    private LetterDriver letter;

    @BeforeEach
    void monday() {
        letter = new LetterDriver(application).on("2076-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void aLetterGoesFromTheBatchToThePublicPageAndIsClosedWhenThePetitionerIsSatisfied() {
        letter.batchLetter();
        assertThat(letter.waiting()).containsExactly("UserTask_DispatchPetition");
        letter.dispatched(JINJIANG);
        assertThat(letter.waiting()).containsExactly("UserTask_SignForPetition");
        letter.signed(JINJIANG).answered(done(), JINJIANG);
        assertThat(letter.passed()).doesNotContain("UserTask_CombineAnswer");
        letter.reviewed(true);
        assertThat(letter.waiting()).as("waits for the publication").isEmpty();
        assertThat(letter.ended()).isNull();

        letter.published();
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("satisfied"));

        assertThat(letter.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
    }

    @Test
    void unitsWorkSideBySideAndTheHeadOfTheGreatestShareCombinesTheirAnswers() {
        letter.batchLetter().dispatched(JINJIANG, NANAN);
        assertThat(letter.waiting()).containsExactly("UserTask_SignForPetition", "UserTask_SignForPetition");
        letter.signed(NANAN).answered(done(), NANAN);
        assertThat(letter.state()).isEqualTo(PetitionState.DISPATCHED);
        letter.signed(JINJIANG).does("clerk" + JINJIANG, "UserTask_Investigate", done());
        assertThat(letter.waiting()).containsExactly("UserTask_SignFindings");
        letter.does("head" + JINJIANG, "UserTask_SignFindings", "{\"decision\":\"sign\"}");

        assertThat(letter.waiting()).containsExactly("UserTask_CombineAnswer");
        assertThat(letter.as("head" + NANAN).list()).isEmpty();
        letter.does(
                "head" + JINJIANG,
                "UserTask_CombineAnswer",
                "{\"findings\":\"晋江、南安联合核查,情况属实\",\"handling\":\"两地均已整改\"}");
        assertThat(letter.letter().answer().findings()).isEqualTo("晋江、南安联合核查,情况属实");
        assertThat(letter.letter().answer().sanctions().filed())
                .as("both units' numbers")
                .isEqualTo(2);
        assertThat(letter.waiting()).containsExactly("UserTask_ReviewAnswer");
    }

    @Test
    void aHeadSendsItBackWithAReasonAndNothingTypedIsLost() {
        letter.batchLetter().dispatched(JINJIANG).signed(JINJIANG);
        letter.does("clerk" + JINJIANG, "UserTask_Investigate", done());
        letter.does("head" + JINJIANG, "UserTask_SignFindings", "{\"decision\":\"return\",\"reason\":\"补充监测报告\"}");

        assertThat(letter.waiting()).containsExactly("UserTask_Investigate");
        assertThat(letter.taskVariables("UserTask_Investigate")).containsEntry("cameBack", true);
        LettersAtHand letters = application.getBean(LettersAtHand.class);
        assertThat(letters.sentBack(letter.no(), "UserTask_Investigate", JINJIANG))
                .hasValueSatisfying(back -> assertThat(back.reason()).isEqualTo("补充监测报告"));
        assertThat(letters.find(letter.no()).orElseThrow().reports())
                .singleElement()
                .satisfies(report -> assertThat(report.content().findings()).contains("涂胶工序"));
    }

    @Test
    void theCoordinatorSendsItBackWithoutSigningAnewAndTheThirdTimeALeaderTakesIt() {
        letter.batchLetter()
                .dispatched(JINJIANG)
                .signed(JINJIANG)
                .answered(done(), JINJIANG)
                .reviewed(false);
        assertThat(letter.waiting()).containsExactly("UserTask_Investigate");
        assertThat(letter.taskVariables("UserTask_Investigate")).containsEntry("cameBack", true);
        letter.answered(done(), JINJIANG).reviewed(false).answered(done(), JINJIANG);
        assertThat(letter.letter().course().redispatches()).isEqualTo(2);
        letter.reviewed(false);

        assertThat(letter.waiting()).containsExactly("UserTask_TakeUpCase");
        assertThat(letter.state()).isEqualTo(PetitionState.LEADERS_CASE);
        letter.does(LEADER, "UserTask_TakeUpCase", takeUp(LocalDate.of(2076, 5, 29)));
        assertThat(due("UserTask_ConcludeCase")).isEqualTo("2076-05-29");
        letter.does(LEADER, "UserTask_ConcludeCase", "{\"text\":\"搬迁完成,信访人认可\"}");
        assertThat(letter.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(letter.ended()).isEqualTo("EndEvent_LeaderConcluded");
    }

    @Test
    void anUnsatisfiedPetitionerSetsTheUnitsToWorkAgainAndTheSecondTimeALeader() {
        letter.batchLetter().passed(done()).published();
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("dissatisfied"));
        assertThat(letter.waiting()).containsExactly("UserTask_Investigate");
        letter.answered(done(), JINJIANG).reviewed(true).published();
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("dissatisfied"));
        assertThat(letter.waiting()).containsExactly("UserTask_TakeUpCase");
    }

    @Test
    void aLetterSettledForAStageIsFollowedUpUntilItIsSettledAndPublishedOnceMore() {
        letter.batchLetter().passed(staged(LocalDate.of(2076, 4, 1))).published();
        assertThat(letter.waiting()).isEmpty();
        letter.office().fireNextTimer();
        assertThat(letter.office().today()).isEqualTo("2076-04-01");
        letter.does(
                "clerk" + JINJIANG,
                "UserTask_ReportProgress",
                "{\"text\":\"设备到货,正在安装\",\"settled\":false,\"plannedOn\":\"2076-05-06\"}");
        letter.does(
                COORDINATOR,
                "UserTask_AssessProgress",
                "{\"decision\":\"continue\",\"text\":\"同意\",\"plannedOn\":\"2076-05-06\"}");
        letter.office().fireNextTimer();
        assertThat(letter.office().today()).isEqualTo("2076-05-06");
        letter.does("clerk" + JINJIANG, "UserTask_ReportProgress", "{\"text\":\"已验收\",\"settled\":true}");
        letter.does(COORDINATOR, "UserTask_AssessProgress", "{\"decision\":\"done\",\"text\":\"现场复核属实\"}");

        assertThat(letter.letter().answer().outcome()).isEqualTo(Outcome.DONE);
        assertThat(letter.waiting()).as("waits for its second publication").isEmpty();
        letter.published();
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
    }

    @Test
    void aLetterSettledForAStageMayBecomeAProblem() {
        letter.batchLetter().passed(staged(LocalDate.of(2076, 4, 1))).published();
        letter.office().fireNextTimer();
        letter.does(
                "clerk" + JINJIANG,
                "UserTask_ReportProgress",
                "{\"text\":\"需整体搬迁\",\"settled\":false,\"plannedOn\":\"2077-04-01\"}");
        letter.does(COORDINATOR, "UserTask_AssessProgress", "{\"decision\":\"problem\",\"text\":\"列入突出问题清单\"}");

        assertThat(letter.letter().course().problemNo()).startsWith("WT");
        assertThat(letter.ended()).isEqualTo("EndEvent_BecameProblem");
    }

    @Test
    void aPlatformLetterIsNotPublishedAndAnAnonymousOneIsClosedWithoutACall() {
        letter.platformLetter(LetterDriver.named()).passed(done());
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("unreached"));
        assertThat(letter.state()).isEqualTo(PetitionState.CLOSED);

        letter.platformLetter(null).passed(done());
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
        assertThat(letter.passed()).contains("ServiceTask_CloseWithoutCallBack").doesNotContain("UserTask_CallBack");
        assertThat(letter.state()).isEqualTo(PetitionState.CLOSED);
    }

    @Test
    void aLetterThatIsNoneOfOursIsDeclinedAtTheDispatch() {
        letter.platformLetter(null);
        assertThatThrownBy(() -> letter.does(
                        COORDINATOR, "UserTask_DispatchPetition", "{\"decision\":\"forward\",\"reason\":\"属劳动争议\"}"))
                .hasMessageContaining("请填写转送去向");
        letter.does(
                COORDINATOR,
                "UserTask_DispatchPetition",
                "{\"decision\":\"forward\",\"receiver\":\"市人社局信访科\",\"reason\":\"属劳动争议\"}");

        assertThat(letter.state()).isEqualTo(PetitionState.DECLINED);
        assertThat(letter.told()).endsWith(PetitionFact.FORWARDED);
        assertThat(letter.ended()).isEqualTo("EndEvent_Declined");
        assertThat(ledger.current(letter.no())).isEmpty();
    }

    @Test
    void aLateSignatureIsNotedAndTheTaskStays() {
        letter.batchLetter().dispatched(JINJIANG, NANAN).signed(NANAN);
        letter.office().fireNextTimer();

        assertThat(letter.office().today()).isEqualTo("2076-03-04");
        assertThat(letter.told()).containsOnlyOnce(PetitionFact.SIGNING_OVERDUE);
        assertThat(letter.waiting()).contains("UserTask_SignForPetition");
    }

    @Test
    void everyTaskIsDueOnTheLedgersDay() {
        letter.batchLetter();
        assertThat(due("UserTask_DispatchPetition")).as("the day it came").isEqualTo("2076-03-02");
        letter.dispatched(JINJIANG);
        assertThat(due("UserTask_SignForPetition")).isEqualTo("2076-03-03");
        letter.signed(JINJIANG);
        assertThat(due("UserTask_Investigate"))
                .as("the letter's own day")
                .isEqualTo(letter.letter().course().dueOn());
    }

    @Test
    void whoWroteTheLetterIsInNoVariableAndInNoForm() {
        letter.batchLetter().dispatched(JINJIANG, HUIAN).signed(JINJIANG, HUIAN);

        assertThat(letter.office().allVariables().toString()).doesNotContain("陈信访", "13805951234", "某村");
        LetterAtHand shown =
                application.getBean(LettersAtHand.class).find(letter.no()).orElseThrow();
        assertThat(shown.toString()).doesNotContain("陈信访", "13805951234", "某村");
        assertThat(shown.petitionerLabel()).isEqualTo("实名（身份已隐藏）");
    }

    private LocalDate due(String element) {
        List<LedgerEntry> open = ledger.current(letter.no()).stream()
                .filter(entry -> entry.rule().equals(element))
                .toList();
        assertThat(open).as(element).hasSize(1);
        return open.get(0).currentDueOn();
    }
}
