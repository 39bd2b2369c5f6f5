package org.duban.card;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.card.store.CardStore;
import org.duban.deadline.SubjectDeadline;
import org.duban.deadline.SubjectFacts;
import org.duban.deadline.SubjectKind;
import org.duban.deadline.SubjectUnits;
import org.duban.evidence.CaseVisibility;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Component;

/** Tells deadlines, reminders and evidence what they need to know of a card, and who may see it. */
@Component
class CardCases implements SubjectDeadline, SubjectUnits, SubjectFacts, CaseVisibility {

    private static final String REPLY_TASK = "UserTask_ReplyToCard";

    private final CardStore store;
    private final Access access;

    CardCases(CardStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Optional<LocalDate> dueOn(CaseNo caseNo, String element) {
        return REPLY_TASK.equals(element) ? card(caseNo).map(Card::replyDueOn) : Optional.empty();
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return card(caseNo).map(card -> Set.of(card.unit())).orElse(Set.of());
    }

    @Override
    public Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        Map<CaseNo, Facts> facts = new HashMap<>();
        cases.forEach(no -> card(no).ifPresent(
                        card -> facts.put(no, new Facts(card.title(), card.importance(), "红黄牌警示", card.unit()))));
        return facts;
    }

    @Override
    public void lock(CaseNo caseNo) {
        if (isCard(caseNo)) {
            store.lock(caseNo);
        }
    }

    /** A unit sees its cards from the notice on: what is only proposed is the office's own. */
    @Override
    public boolean maySee(CaseNo caseNo) {
        return card(caseNo)
                .filter(card -> access.visibleUnits()
                        .map(visible -> card.level() > 0 && visible.contains(card.unit()))
                        .orElse(true))
                .isPresent();
    }

    private Optional<Card> card(CaseNo caseNo) {
        return isCard(caseNo) ? store.find(caseNo) : Optional.empty();
    }

    private static boolean isCard(CaseNo caseNo) {
        return SubjectKind.of(caseNo) == SubjectKind.CARD;
    }
}
