package org.duban.card;

import java.time.Instant;
import java.util.Optional;
import org.duban.card.store.CardStore;
import org.duban.card.store.IssueStore;
import org.duban.card.store.ProposalStore;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts become proposals. The same fact counts once; further facts about the same task, unit and cause are added to the
 * card that is open, and a graver one takes a yellow card back to review.
 */
@Service
@Transactional
public class Proposing {

    private final CardRecords records;
    private final CardStore cards;
    private final ProposalStore proposals;
    private final IssueStore issues;
    private final CardRules rules;
    private final CardedCases cases;
    private final ReplyClock clock;
    private final CardFlow flow;

    Proposing(
            CardRecords records,
            CardStore cards,
            ProposalStore proposals,
            IssueStore issues,
            CardRules rules,
            CardedCases cases,
            ReplyClock clock,
            CardFlow flow) {
        this.records = records;
        this.cards = cards;
        this.proposals = proposals;
        this.issues = issues;
        this.rules = rules;
        this.cases = cases;
        this.clock = clock;
        this.flow = flow;
    }

    /** The card the fact belongs to now; empty when it was known before, or no rule sees cause for a card. */
    public Optional<Card> bringUp(BroughtUp fact, Actor by) {
        cases.lock(fact.subject());
        if (proposals.known(fact.key())) {
            return Optional.empty();
        }
        Facts about = cases.facts(fact.subject());
        Optional<Card> open = open(fact);
        CardFacts facts = fact.facts()
                .onTask(
                        issues.yellowsOnTask(
                                fact.subject(), fact.unit(), open.map(Card::no).orElse(null)),
                        about.priority());
        Stamp stamp = records.stamp(by);
        return rules.verdict(facts).map(verdict -> open.map(card -> add(card, fact, facts, verdict, stamp))
                .orElseGet(() -> propose(fact, facts, about, verdict, stamp)));
    }

    private Optional<Card> open(BroughtUp fact) {
        return cards.lockOpen(fact.subject(), fact.unit(), fact.facts().cause());
    }

    private Card propose(BroughtUp fact, CardFacts facts, Facts about, Verdict verdict, Stamp stamp) {
        Instant now = stamp.at();
        Card card = new Card(
                cards.nextNumber(records.today().getYear()),
                fact.subject(),
                about.title(),
                fact.unit(),
                facts.cause(),
                about.priority(),
                CardState.PROPOSED,
                0,
                null,
                new Wanted(verdict, null),
                facts.proposer(),
                now,
                null,
                null,
                null,
                null);
        if (!cards.addUnlessOpen(card)) {
            // Somebody else was first, and the lock on the task kept us waiting until that was written.
            return add(open(fact).orElseThrow(), fact, facts, verdict, stamp);
        }
        note(card.no(), 1, fact, facts, verdict, stamp);
        records.proposed(card, stamp.by(), step(CardEvent.PROPOSED, fact, facts, verdict));
        flow.start(card);
        return card;
    }

    /** A further fact about an open card. */
    private Card add(Card card, BroughtUp fact, CardFacts facts, Verdict verdict, Stamp stamp) {
        boolean graver = card.state().held() && verdict.graverThan(card.colour());
        int level = graver || !card.state().held() ? Math.min(2, card.nextLevel()) : card.level();
        note(card.no(), level, fact, facts, verdict, stamp);
        if (graver && flow.worsened(card)) {
            clock.stop(card);
            return records.save(
                    card, card.turnRed(verdict), stamp.by(), step(CardEvent.RED_PROPOSED, fact, facts, verdict));
        }
        return records.save(card, card.raised(verdict), stamp.by(), step(CardEvent.FACT_ADDED, fact, facts, verdict));
    }

    private void note(CaseNo no, int level, BroughtUp fact, CardFacts facts, Verdict verdict, Stamp stamp) {
        if (!proposals.addUnlessKnown(no, level, fact.key(), facts, fact.proposerName(), fact.text(), verdict, stamp)) {
            throw new IllegalStateException("The fact " + fact.key() + " was brought up by somebody else just now");
        }
    }

    /**
     * What became of the answer to a yellow card; whether red is proposed for it now, or the card stays as it is.
     *
     * @param key the outcome, said once
     */
    boolean outcomeOf(Card yellow, YellowOutcome outcome, String key, String text, Actor by) {
        if (yellow.colour() != CardColour.YELLOW) {
            return false;
        }
        CardFacts facts = CardFacts.of(yellow.cause(), ProposerKind.RULE)
                .after(outcome)
                .onTask(issues.yellowsOnTask(yellow.subject(), yellow.unit(), yellow.no()), yellow.importance());
        Optional<Verdict> verdict = rules.verdict(facts).filter(found -> found.graverThan(CardColour.YELLOW));
        verdict.ifPresent(red -> {
            BroughtUp fact =
                    new BroughtUp(key, yellow.subject(), yellow.unit(), facts, ProposerKind.RULE.label(), text);
            note(yellow.no(), 2, fact, facts, red, records.stamp(by));
            clock.stop(yellow);
            records.save(yellow, yellow.turnRed(red), by, step(CardEvent.RED_PROPOSED, fact, facts, red));
        });
        return verdict.isPresent();
    }

    private static CardStep step(CardEvent event, BroughtUp fact, CardFacts facts, Verdict verdict) {
        return CardStep.of(
                event,
                "cause",
                facts.cause().label(),
                "colour",
                verdict.colour().word(),
                "clause",
                verdict.clause(),
                "decision",
                verdict.rule(),
                "proposer",
                facts.proposer().label(),
                "proposerName",
                fact.proposerName(),
                "text",
                fact.text(),
                "facts",
                facts.asked());
    }
}
