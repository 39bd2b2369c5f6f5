package org.duban.deadline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.LEADER;

import java.time.LocalDate;
import java.util.List;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineWatch;
import org.duban.deadline.LadderAction;
import org.duban.deadline.LadderStep;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.petition.PetitionFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A letter of the platform: sixty days, and up to thirty more that a leader grants once. */
@DubanTest
class LetterExtensionTest {

    private static final LocalDate SIXTIETH = LocalDate.of(2026, 5, 1);
    private static final LocalDate NINETIETH = LocalDate.of(2026, 5, 31);

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    CityClock clock;

    private LetterDriver letter;
    private Petition petition;

    @BeforeEach
    void aPlatformLetterAtWork() {
        letter = new LetterDriver(application)
                .on("2026-03-02")
                .platformLetter(LetterDriver.named())
                .dispatched(JINJIANG)
                .signed(JINJIANG);
        petition = new Petition(application, letter.office());
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void theLeaderGrantsThirtyDaysAndLetterTaskAndWatchFollow() {
        assertThat(answer().currentDueOn()).isEqualTo(SIXTIETH);
        petition.extension("clerk" + JINJIANG, answer().id(), NINETIETH);
        letter.as("head" + JINJIANG).does("UserTask_SignRequest", Petition.signs());
        assertThat(letter.as(COORDINATOR).list()).doesNotContain("UserTask_DecideRequest");
        letter.on("2026-04-28").as(LEADER).does("UserTask_DecideRequestByLeader", Petition.grants());

        assertThat(answer().currentDueOn()).isEqualTo(NINETIETH);
        assertThat(answer().originalDueOn()).isEqualTo(SIXTIETH);
        assertThat(letter.letter().course().dueOn()).isEqualTo(NINETIETH);
        assertThat(letter.told()).contains(PetitionFact.LIMIT_MOVED);
        assertThat(petition.task("UserTask_Investigate").currentDueOn()).isEqualTo(NINETIETH);

        letter.on("2026-05-02");
        sweep();
        assertThat(acted()).as("the sixtieth day is past and nothing is late").doesNotContain(LadderAction.OVERDUE);
        letter.on("2026-06-01");
        sweep();
        assertThat(acted()).contains(LadderAction.OVERDUE);
    }

    @Test
    void moreThanThirtyDaysOrASecondTimeIsNotAccepted() {
        assertThatThrownBy(() -> petition.extension("clerk" + JINJIANG, answer().id(), NINETIETH.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("最长 30 天");
        petition.extension("clerk" + JINJIANG, answer().id(), SIXTIETH.plusDays(10));
        letter.as("head" + JINJIANG).does("UserTask_SignRequest", Petition.signs());
        letter.as(LEADER).does("UserTask_DecideRequestByLeader", Petition.grants());
        assertThatThrownBy(() -> petition.extension("clerk" + JINJIANG, answer().id(), NINETIETH))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已延期 1 次");
    }

    private void sweep() {
        while (watch.sweep()) {
            // As the model's loop does.
        }
    }

    private List<LadderAction> acted() {
        return ledger.explain(answer()).steps().stream().map(LadderStep::action).toList();
    }

    private LedgerEntry answer() {
        return ledger.all(letter.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.ANSWER)
                .findFirst()
                .orElseThrow();
    }
}
