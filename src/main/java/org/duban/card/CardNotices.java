package org.duban.card;

import org.duban.card.store.CardStore;
import org.duban.deadline.SubjectKind;
import org.duban.notice.paper.Paper;
import org.duban.notice.paper.PaperKind;
import org.duban.notice.service.ServiceOwner;
import org.springframework.stereotype.Component;

/** Stops a warning on its way once its card is over: lifted, or revoked. */
@Component
class CardNotices implements ServiceOwner {

    private final CardStore cards;

    CardNotices(CardStore cards) {
        this.cards = cards;
    }

    @Override
    public boolean noLongerNeeded(Paper paper) {
        return paper.kind() == PaperKind.WARNING
                && SubjectKind.of(paper.caseNo()) == SubjectKind.CARD
                && cards.find(paper.caseNo())
                        .filter(card -> card.state().closed())
                        .isPresent();
    }
}
