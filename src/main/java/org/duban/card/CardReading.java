package org.duban.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.card.store.AnswerStore;
import org.duban.card.store.CardListStore;
import org.duban.card.store.CardStore;
import org.duban.card.store.ConsequenceStore;
import org.duban.card.store.DecisionStore;
import org.duban.card.store.IssueStore;
import org.duban.card.store.ProposalStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts cards and their files together. */
@Service
@Transactional(readOnly = true)
class CardReading implements Cards {

    private final CardStore cards;
    private final CardListStore lists;
    private final ProposalStore proposals;
    private final DecisionStore decisions;
    private final IssueStore issues;
    private final AnswerStore answers;
    private final ConsequenceStore consequences;
    private final CardCases cases;
    private final Access access;

    CardReading(
            CardStore cards,
            CardListStore lists,
            ProposalStore proposals,
            DecisionStore decisions,
            IssueStore issues,
            AnswerStore answers,
            ConsequenceStore consequences,
            CardCases cases,
            Access access) {
        this.cards = cards;
        this.lists = lists;
        this.proposals = proposals;
        this.decisions = decisions;
        this.issues = issues;
        this.answers = answers;
        this.consequences = consequences;
        this.cases = cases;
        this.access = access;
    }

    @Override
    public List<Card> page(CardFilter filter, CaseNo after, int size) {
        return lists.page(seen(filter), after, size);
    }

    @Override
    public int countVisible(CardFilter filter, int most) {
        return lists.count(seen(filter), most);
    }

    private CardFilter seen(CardFilter filter) {
        return filter.seenBy(access.visibleUnits().orElse(null));
    }

    @Override
    public Optional<CardFile> visible(CaseNo no) {
        return cases.maySee(no) ? file(no) : Optional.empty();
    }

    @Override
    public Optional<CardFile> file(CaseNo no) {
        return cards.find(no)
                .map(card -> new CardFile(
                        card,
                        proposals.of(no),
                        decisions.of(no),
                        issues.of(no),
                        answers.signatures(no),
                        answers.replies(no),
                        answers.objections(no),
                        answers.liftings(no),
                        consequences.of(no)));
    }

    @Override
    public List<Card> about(CaseNo subject) {
        return cards.of(subject);
    }

    @Override
    public List<Proposal> proposals(List<CaseNo> some) {
        return proposals.of(some);
    }

    @Override
    public List<CardCount> counts(LocalDate from, LocalDate to) {
        return lists.counts(from, to);
    }

    @Override
    public List<Issue> issuedTo(UnitCode unit, int most) {
        return issues.of(unit, most);
    }

    @Override
    public List<Card> precedents(Card card, int most) {
        return lists.precedents(card, most);
    }

    @Override
    public List<Consequence> consequences(UnitCode unit, boolean openOnly, Long before, int size) {
        return consequences.page(unit, openOnly, before, size);
    }
}
