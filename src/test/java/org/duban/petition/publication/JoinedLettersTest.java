package org.duban.petition.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.callBack;
import static org.duban.petition.LetterDriver.done;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionFiles;
import org.duban.petition.PetitionState;
import org.duban.petition.repeat.CarriedAnswers;
import org.duban.petition.repeat.Repeats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** One handling and as many answers as letters: what is worded for a joined letter is its own answer up to the public row. */
@DubanTest
class JoinedLettersTest {

    private static final Actor DESK = Actor.of(COORDINATOR, "杨月娥");
    private static final String OWN = "经查，来电所述夜间气味与涂胶工序有关，白天停产属实。";
    private static final String DONE = "已装治理设施，并已电话告知来电人。";

    @Autowired
    ApplicationContext application;

    @Autowired
    Repeats repeats;

    @Autowired
    CarriedAnswers answers;

    @Autowired
    PetitionFiles files;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private LetterDriver main;
    private LetterDriver second;
    private LetterDriver third;

    @BeforeEach
    void aMatterOfThreeLetters() {
        main = new LetterDriver(application).on("2090-03-01").batchLetter();
        second = new LetterDriver(application).batchLetter();
        third = new LetterDriver(application).batchLetter();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void eachLetterStandsInItsDossierAndOnThePublicPageWithTheAnswerWordedForIt() throws Exception {
        join(second);
        join(third);
        main.passed(done());
        second.office().runJobs();
        third.office().runJobs();
        assertThat(second.waiting()).containsExactly("UserTask_ReviewAnswer");

        answers.edit(second.no(), OWN, DONE, DESK);
        task(second, "UserTask_ReviewAnswer", COORDINATOR)
                .andExpect(jsonPath("$.carried.from").value(main.no().value()))
                .andExpect(jsonPath("$.carried.edited").value(true))
                .andExpect(jsonPath("$.case.answer.findings").value(OWN));
        task(third, "UserTask_ReviewAnswer", COORDINATOR)
                .andExpect(jsonPath("$.carried.edited").value(false))
                .andExpect(jsonPath("$.case.answer.findings").value(startsWith("现场核查")));
        second.reviewed(true);
        third.reviewed(true);

        assertThat(second.letter().answer().findings()).isEqualTo(OWN);
        assertThat(second.letter().answer().sanctions())
                .as("numbers stay what the unit signed")
                .isEqualTo(main.letter().answer().sanctions());
        assertThat(third.letter().answer()).isEqualTo(main.letter().answer());
        assertThat(files.file(second.no()).orElseThrow().history())
                .filteredOn(entry -> entry.event().equals(PetitionFact.ANSWER_WORDED.event()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).containsEntry("findings", OWN));
        PublicRow row = published(second);
        assertThat(row.findings()).isEqualTo(OWN);
        assertThat(row.handling()).isEqualTo(DONE);
        assertThat(published(main).findings()).startsWith("现场核查");
        second.office().runJobs();
        assertThat(second.waiting()).as("published for itself").containsExactly("UserTask_CallBack");

        assertThatThrownBy(() -> answers.edit(second.no(), "改写", "改写", DESK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经通过材料审核");
    }

    @Test
    void unitsThatLookIntoAJoinedLetterThemselvesBeginWithWhatWasWordedForIt() throws Exception {
        join(second);
        main.passed(done());
        second.office().runJobs();
        answers.edit(second.no(), OWN, DONE, DESK);
        second.reviewed(false);
        assertThat(second.waiting()).containsExactly("UserTask_Investigate");
        task(second, "UserTask_Investigate", "clerk" + JINJIANG)
                .andExpect(jsonPath("$.carried.findings").value(OWN))
                .andExpect(jsonPath("$.carried.handling").value(DONE))
                .andExpect(jsonPath("$.carried.verdict").value("TRUE"));

        second.answered(done(), JINJIANG);
        answers.edit(second.no(), "另一种说法", "另一种处理", DESK);
        assertThat(second.letter().answer().findings())
                .as("what the unit's head has signed is not changed by a draft")
                .startsWith("现场核查");
    }

    @Test
    void wordsWrittenForALetterThatJoinedLateAreKeptWhenTheMainLetterIsAnsweredOnceMore() {
        join(second);
        main.passed(done());
        join(third);
        assertThat(third.state()).as("answered already: goes its own way").isEqualTo(PetitionState.REGISTERED);
        answers.edit(third.no(), OWN, DONE, DESK);
        main.published().does(COORDINATOR, "UserTask_CallBack", callBack("dissatisfied"));
        repeats.split(third.no(), "先分开核查", DESK);
        join(third);
        third.office().runJobs();
        assertThat(third.state()).isEqualTo(PetitionState.FOLDED);
        main.answered(done(), JINJIANG).reviewed(true);
        third.office().runJobs();

        assertThat(third.waiting()).containsExactly("UserTask_ReviewAnswer");
        assertThat(third.letter().answer().findings()).isEqualTo(OWN);
    }

    private void join(LetterDriver other) {
        repeats.join(main.no(), other.no(), DESK);
        other.office().runJobs();
    }

    private PublicRow published(LetterDriver letter) {
        return new PressOffice(application).publish(letter.no()).row();
    }

    private ResultActions task(LetterDriver letter, String element, String who) throws Exception {
        String id = letter.office().tasks(element).get(0).getId();
        return web.perform(get("/api/petitions/tasks/" + id).with(httpBasic(who, "duban")));
    }
}
