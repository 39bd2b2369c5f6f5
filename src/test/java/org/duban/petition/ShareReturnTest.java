package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.HUIAN;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.LEADER;
import static org.duban.petition.LetterDriver.NANAN;
import static org.duban.petition.LetterDriver.done;
import static org.duban.petition.LetterDriver.giveBack;

import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 退单 of one unit's share, while the other units go on with theirs. */
@DubanTest
class ShareReturnTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    private LetterDriver letter;

    @BeforeEach
    void dispatched() {
        letter = new LetterDriver(application).on("2076-06-01").batchLetter().dispatched(JINJIANG, NANAN);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void theShareGoesToAnotherUnitAsANewTaskAndTheFirstUnitLosesSightOfIt() {
        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notOurArea"));
        assertThat(letter.waiting()).containsExactly("UserTask_ArbitratePetition", "UserTask_SignForPetition");
        letter.does(
                COORDINATOR,
                "UserTask_ArbitratePetition",
                "{\"decision\":\"reassign\",\"unit\":\"%s\",\"reason\":\"点位在惠安\"}".formatted(HUIAN));

        assertThat(letter.as("clerk" + NANAN).list()).isEmpty();
        letter.signed(HUIAN, JINJIANG).answered(done(), HUIAN, JINJIANG);
        assertThat(letter.letter().units()).extracting(Object::toString).containsExactlyInAnyOrder(JINJIANG, HUIAN);
        assertThat(letter.waiting()).containsExactly("UserTask_CombineAnswer");
    }

    @Test
    void whatIsKeptComesBackWithTheReasonAndTheSecondReturnGoesToTheLeaderWhoseWordIsFinal() {
        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notOurArea"));
        letter.does(COORDINATOR, "UserTask_ArbitratePetition", "{\"decision\":\"keep\",\"reason\":\"点位在南安境内\"}");
        assertThat(application.getBean(LettersAtHand.class).sentBack(letter.no(), "UserTask_SignForPetition", NANAN))
                .hasValueSatisfying(back -> assertThat(back.reason()).isEqualTo("点位在南安境内"));

        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notOurDuty"));
        assertThat(letter.waiting()).containsExactly("UserTask_AppointUnit", "UserTask_SignForPetition");
        letter.does(LEADER, "UserTask_AppointUnit", "{\"unit\":\"%s\",\"reason\":\"由南安承办\"}".formatted(NANAN));
        letter.signed(NANAN, JINJIANG);
        assertThat(letter.state()).isEqualTo(PetitionState.INVESTIGATING);
    }

    @Test
    void aReturnThatShowsItIsNoneOfOursEndsTheWorkOfAllUnits() {
        letter.signed(JINJIANG);
        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notEcology"));
        letter.does(
                COORDINATOR, "UserTask_ArbitratePetition", "{\"decision\":\"refuse\",\"reason\":\"属邻里噪声纠纷,不属生态环境事项\"}");

        assertThat(letter.waiting()).isEmpty();
        assertThat(letter.ended()).isEqualTo("EndEvent_DeclinedLater");
        assertThat(letter.state()).isEqualTo(PetitionState.DECLINED);
    }

    @Test
    void aReturnOfOneUnitDoesNotTouchWhatTheOthersDecide() {
        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notOurArea"));
        letter.signed(JINJIANG);

        assertThat(letter.waiting()).containsExactly("UserTask_ArbitratePetition", "UserTask_Investigate");
    }

    @Test
    void whatWasReturnedBeforeTheLastReturnIsStillTheCoordinators() {
        letter.does("clerk" + NANAN, "UserTask_SignForPetition", giveBack("notOurArea"));
        letter.does("clerk" + JINJIANG, "UserTask_SignForPetition", giveBack("notOurArea"));
        assertThat(letter.waiting()).containsExactly("UserTask_AppointUnit", "UserTask_ArbitratePetition");

        letter.does(COORDINATOR, "UserTask_ArbitratePetition", "{\"decision\":\"keep\",\"reason\":\"点位在南安境内\"}");
        letter.does(LEADER, "UserTask_AppointUnit", "{\"unit\":\"%s\",\"reason\":\"由晋江承办\"}".formatted(JINJIANG));
        letter.signed(NANAN, JINJIANG);
        assertThat(letter.state()).isEqualTo(PetitionState.INVESTIGATING);
    }
}
