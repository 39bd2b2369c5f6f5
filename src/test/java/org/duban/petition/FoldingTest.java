package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.callBack;
import static org.duban.petition.LetterDriver.done;

import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerKind;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Repeats in the process: one handling, as many answers as letters. */
@DubanTest
class FoldingTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    CityClock clock;

    private LetterDriver main;
    private LetterDriver repeat;

    @BeforeEach
    void twoLetters() {
        main = new LetterDriver(application).on("2076-09-01").batchLetter();
        repeat = new LetterDriver(application).batchLetter();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void aRepeatWaitsForTheMainLetterAndIsAnsweredPublishedAndCalledBackForItself() {
        repeat.joins(main.no());
        assertThat(repeat.waiting()).isEmpty();
        assertThat(repeat.state()).isEqualTo(PetitionState.FOLDED);
        assertThat(ledger.current(repeat.no()))
                .as("its own clock runs on")
                .anyMatch(entry -> entry.kind() == LedgerKind.ANSWER);

        main.passed(done());
        repeat.office().runJobs();
        assertThat(repeat.waiting()).containsExactly("UserTask_ReviewAnswer");
        assertThat(repeat.letter().answer()).isEqualTo(main.letter().answer());
        repeat.reviewed(true).published();
        repeat.does(COORDINATOR, "UserTask_CallBack", callBack("satisfied"));
        assertThat(repeat.ended()).isEqualTo("EndEvent_PetitionClosed");
        assertThat(main.ended())
                .as("the main letter's petitioner is asked for himself")
                .isNull();
    }

    @Test
    void aRepeatFoundWhileUnitsWorkOnItTakesTheWorkFromThem() {
        repeat.dispatched(JINJIANG).signed(JINJIANG).joins(main.no());

        assertThat(repeat.waiting()).isEmpty();
        assertThat(repeat.as("clerk" + JINJIANG).list()).isEmpty();
        assertThat(repeat.state()).isEqualTo(PetitionState.FOLDED);
    }

    @Test
    void aRepeatSplitOffStartsAtTheDispatchWithItsHistoryWhole() {
        repeat.dispatched(JINJIANG).joins(main.no()).splits();

        assertThat(repeat.waiting()).containsExactly("UserTask_DispatchPetition");
        assertThat(repeat.told())
                .containsExactly(
                        PetitionFact.REGISTERED, PetitionFact.DISPATCHED, PetitionFact.FOLDED, PetitionFact.SPLIT_OFF);
        repeat.dispatched(JINJIANG).signed(JINJIANG);
        assertThat(repeat.waiting()).containsExactly("UserTask_Investigate");
    }

    @Test
    void aRepeatSplitOffIsInvestigatedAnewThoughFindingsAwaitedTheHeadWhenItWasJoined() {
        repeat.dispatched(JINJIANG).signed(JINJIANG).does("clerk" + JINJIANG, "UserTask_Investigate", done());
        repeat.joins(main.no()).splits();

        repeat.passed(done());
        assertThat(repeat.letter().course().passedAt()).isNotNull();
    }

    @Test
    void aRepeatSentBackAfterTheMainLettersAnswerIsInvestigatedThoughFindingsAwaitedTheHead() {
        repeat.dispatched(JINJIANG).signed(JINJIANG).does("clerk" + JINJIANG, "UserTask_Investigate", done());
        repeat.joins(main.no());
        main.passed(done());
        repeat.office().runJobs();

        repeat.reviewed(false).answered(done(), JINJIANG).reviewed(true);
        assertThat(repeat.letter().course().passedAt()).isNotNull();
    }

    @Test
    void aReturnThatAwaitedARulingIsNoneAfterTheRepeatIsSplitOff() {
        repeat.dispatched(JINJIANG)
                .does("clerk" + JINJIANG, "UserTask_SignForPetition", LetterDriver.giveBack("notOurArea"));
        repeat.joins(main.no()).splits().dispatched(JINJIANG);

        repeat.does("clerk" + JINJIANG, "UserTask_SignForPetition", LetterDriver.giveBack("notOurDuty"));
        assertThat(repeat.waiting()).containsExactly("UserTask_AppointUnit");
    }

    @Test
    void aMainLetterThatLeavesHandsItsRepeatsToTheFirstOfThem() {
        LetterDriver third = new LetterDriver(application).batchLetter().joins(main.no());
        repeat.joins(main.no());
        main.splits();
        repeat.office().runJobs();

        assertThat(repeat.waiting()).as("the first, now on its own").containsExactly("UserTask_DispatchPetition");
        assertThat(third.state()).isEqualTo(PetitionState.FOLDED);
        repeat.passed(done());
        third.office().runJobs();
        assertThat(third.waiting()).containsExactly("UserTask_ReviewAnswer");
    }

    @Test
    void aLetterJoinedToOneThatIsAnsweredAlreadyIsLookedAtForItself() {
        main.passed(done());
        repeat.joins(main.no());

        assertThat(repeat.state()).isEqualTo(PetitionState.REGISTERED);
        assertThat(repeat.waiting()).containsExactly("UserTask_DispatchPetition");
    }
}
