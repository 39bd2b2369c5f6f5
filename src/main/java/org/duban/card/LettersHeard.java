package org.duban.card;

import org.duban.card.store.ProposalStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.petition.PetitionEvent;
import org.duban.petition.PetitionRepeated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of letters that come again and again about one matter. All of them speak for one card: the open one, if an earlier
 * letter of the matter gave cause for it.
 */
@Component
class LettersHeard {

    private final Proposing proposing;
    private final Deciding deciding;
    private final ProposalStore proposals;

    LettersHeard(Proposing proposing, Deciding deciding, ProposalStore proposals) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.proposals = proposals;
    }

    @EventListener
    void on(PetitionRepeated repeated) {
        if (repeated.unit() == null) {
            return;
        }
        String matter = "repeat/" + repeated.cluster() + "/";
        CaseNo subject = proposals.openSubjectOf(matter).orElse(repeated.caseNo());
        int repeats = repeated.count() - 1;
        proposing.bringUp(
                new BroughtUp(
                        matter + repeated.caseNo(),
                        subject,
                        repeated.unit(),
                        CardFacts.of(CardCause.REPEAT_LETTERS, ProposerKind.RULE)
                                .letters(repeats),
                        ProposerKind.RULE.label(),
                        "信访件 " + repeated.caseNo() + " 为重复投诉，同一事项已重复投诉 " + repeats + " 件。"),
                Actor.system());
    }

    @EventListener
    void on(PetitionEvent event) {
        switch (event.fact()) {
            case CLOSED -> deciding.withdrawAbout(event.no(), "信访件已办结，不再发牌", Actor.system());
            case DECLINED -> deciding.withdrawAbout(event.no(), "信访件不予受理，不再发牌", Actor.system());
            default -> {}
        }
    }
}
