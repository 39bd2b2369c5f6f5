package org.duban.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineRule;
import org.duban.deadline.DeadlineRules;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Opening;
import org.duban.deadline.SubjectKind;
import org.duban.kernel.CaseNo;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** Keeps a letter's own deadlines in the ledger: telling of acceptance, the answer, the follow-up, the leader's case. */
@Component
class PetitionDeadlines {

    /** The timer event of the model that waits for the follow-up. */
    private static final String FOLLOW_UP_TIMER = "Catch_FollowUpDue";

    private final DeadlineLedger ledger;
    private final DeadlineRules rules;
    private final PetitionRules days;
    private final Clock clock;

    PetitionDeadlines(DeadlineLedger ledger, DeadlineRules rules, PetitionRules days, Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.days = days;
        this.clock = clock;
    }

    /** Until when the letter is to be answered, counted from the day it came in. */
    LocalDate due(Letter letter) {
        return rules.due(days.of(letter, PetitionRules.ANSWER), letter.receivedOn())
                .due();
    }

    /** Opens what runs from the day a letter came in. */
    void open(Petition petition) {
        Letter letter = petition.letter();
        openAnswer(petition, days.of(letter, PetitionRules.ANSWER));
        if (days.asks(letter, PetitionRules.ACCEPTANCE)) {
            DeadlineRule rule = days.of(letter, PetitionRules.ACCEPTANCE);
            ledger.open(
                    Opening.counted(
                                    petition.no(),
                                    LedgerKind.ACCEPTANCE,
                                    petition.no() + "/acceptance",
                                    rule.code(),
                                    letter.receivedOn())
                            .heldBy(Role.COORDINATOR.group(null)),
                    rule);
        }
    }

    private void openAnswer(Petition petition, DeadlineRule rule) {
        ledger.open(
                Opening.counted(
                        petition.no(),
                        LedgerKind.ANSWER,
                        answerKey(petition),
                        rule.code(),
                        petition.course().attempt() == 1 ? petition.letter().receivedOn() : LocalDate.now(clock)),
                rule);
    }

    /** The day after the office has made it a key letter or no longer does; a day already moved stays. */
    LocalDate dueAfterMark(Petition before, Letter marked) {
        return marked.key() == before.letter().key()
                ? before.course().dueOn()
                : rules.due(days.of(marked, PetitionRules.ANSWER), marked.receivedOn())
                        .due();
    }

    /** A key mark may have changed the day: the old deadline falls away, the new one counts from the same start. */
    void dispatched(Petition petition) {
        boolean moved = ledger.current(petition.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.ANSWER)
                .anyMatch(
                        entry -> !entry.currentDueOn().equals(petition.course().dueOn()));
        if (moved) {
            ledger.voidDeadline(answerKey(petition), clock.instant());
            DeadlineRule rule = days.of(petition.letter(), PetitionRules.ANSWER);
            ledger.open(
                    Opening.counted(
                            petition.no(),
                            LedgerKind.ANSWER,
                            answerKey(petition) + "/key",
                            rule.code(),
                            petition.letter().receivedOn()),
                    rule);
        }
    }

    /** The units have signed: the petitioner is told that the letter is accepted. */
    void accepted(Petition petition) {
        ledger.meet(petition.no() + "/acceptance", clock.instant());
    }

    /** Nobody answers the letter any more; the petitioner has been told so. */
    void declined(Petition petition) {
        ledger.meet(petition.no() + "/acceptance", clock.instant());
        ledger.current(petition.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.ANSWER)
                .forEach(entry -> ledger.voidDeadline(entry.key(), clock.instant()));
    }

    void answered(Petition petition) {
        ledger.meet(answerKey(petition), clock.instant());
        ledger.meet(answerKey(petition) + "/key", clock.instant());
    }

    /** Another round of investigation has a deadline of its own. */
    void reopened(Petition petition) {
        openAnswer(petition, days.of(petition.letter(), PetitionRules.AGAIN));
    }

    /** The day a reopened letter is due anew. */
    LocalDate dueAgain(Letter letter) {
        return rules.due(days.of(letter, PetitionRules.AGAIN), LocalDate.now(clock))
                .due();
    }

    /** Opens the look at a letter settled for a stage, on the day planned for it; already open, it stays. */
    LedgerEntry followUp(Petition petition) {
        LocalDate planned = Objects.requireNonNullElse(petition.answer().plannedOn(), LocalDate.now(clock));
        return ledger.open(Opening.until(
                        petition.no(),
                        LedgerKind.FOLLOW_UP,
                        followUpKey(petition.no(), planned),
                        PetitionRules.FOLLOW_UP,
                        LocalDate.now(clock),
                        planned)
                .movedBy(FOLLOW_UP_TIMER));
    }

    /** The look was taken; a letter still open for a stage has its next one. */
    void followedUp(Petition petition) {
        ledger.current(petition.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.FOLLOW_UP)
                .forEach(entry -> ledger.meet(entry.key(), clock.instant()));
        if (petition.state() == PetitionState.FOLLOW_UP) {
            followUp(petition);
        }
    }

    void takenUp(Petition petition, LocalDate due) {
        ledger.open(Opening.until(
                petition.no(),
                LedgerKind.LEADERS_CASE,
                petition.no() + "/leader",
                PetitionRules.LEADERS_CASE,
                LocalDate.now(clock),
                due));
    }

    void concluded(Petition petition) {
        ledger.meet(petition.no() + "/leader", clock.instant());
    }

    private static String answerKey(Petition petition) {
        return petition.no() + "/answer/" + petition.course().attempt();
    }

    private static String followUpKey(CaseNo no, LocalDate planned) {
        return no + "/followUp/" + planned;
    }

    static boolean concerns(CaseNo no) {
        return SubjectKind.of(no) == SubjectKind.PETITION;
    }
}
