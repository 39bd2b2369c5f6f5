package org.duban.desk.card;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.card.Card;
import org.duban.card.CardColour;
import org.duban.card.CardDecision;
import org.duban.card.CardFile;
import org.duban.card.CardFilter;
import org.duban.card.CardState;
import org.duban.card.Cards;
import org.duban.card.Proposal;
import org.duban.desk.store.CardBoardStore;
import org.duban.desk.store.CardBoardStore.Before;
import org.duban.desk.store.CardBoardStore.NotGranted;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The board of proposals: what waits for the coordinator or the leader, with everything a decision needs. */
@Service
@Transactional(readOnly = true)
public class CardBoard {

    private static final int SIZE = 20;
    private static final int PRECEDENTS = 4;

    private final Cards cards;
    private final CardBoardStore store;
    private final RuleReferences rules;
    private final Units units;
    private final CurrentActor actor;
    private final Clock clock;

    CardBoard(Cards cards, CardBoardStore store, RuleReferences rules, Units units, CurrentActor actor, Clock clock) {
        this.cards = cards;
        this.store = store;
        this.rules = rules;
        this.units = units;
        this.actor = actor;
        this.clock = clock;
    }

    /** A fact that was brought up, with what the rules saw and which of them matched. */
    public record FactLine(Proposal proposal, List<String> words, RuleReferences.Reference rule) {}

    /** An earlier decision about the same unit or cause: 2026-03-02 晋江 黄牌. */
    public record Precedent(Card card, String unit, LocalDate on, String words, boolean same) {}

    /**
     * One card that waits for a decision.
     *
     * @param turnsRed a yellow card that may turn red
     * @param counter which card it would be: 该单位今年第 2 张黄牌
     * @param demand what the unit is to do, as decided before or as a suggestion
     * @param before the coordinator's review, or why the leader sent it back to one; null without
     * @param decidable whether the reader may decide it now
     */
    public record Line(
            Card card,
            String unit,
            boolean turnsRed,
            List<FactLine> facts,
            RuleReferences.Reference rule,
            String counter,
            List<Precedent> precedents,
            String demand,
            CardDecision before,
            boolean decidable) {}

    /** A page; {@code next} is null on the last. */
    public record Page<T>(List<T> lines, String next) {}

    /** A proposal that led to no card, with the unit's name and the rule it met. */
    public record Refused(NotGranted row, String unit, List<String> words, RuleReferences.Reference rule) {}

    public boolean reviews() {
        return actor.holding(Role.COORDINATOR, null).isPresent();
    }

    public boolean approves() {
        return actor.holding(Role.LEADER, null).isPresent();
    }

    /** What waits for review, or for approval; what is approved and not yet issued stands with the latter. */
    public Page<Line> page(CardTab tab, CardListFilter given, String after) {
        List<CardState> states =
                tab == CardTab.REVIEW ? List.of(CardState.PROPOSED) : List.of(CardState.REVIEWED, CardState.APPROVED);
        CardFilter filter = new CardFilter(given.unit(), given.colour(), states, null, null, null, null, null);
        List<Card> found = cards.page(filter, after == null || after.isBlank() ? null : CaseNo.of(after), SIZE + 1);
        List<Card> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        List<CaseNo> numbers = shown.stream().map(Card::no).toList();
        Map<CaseNo, List<Proposal>> facts =
                cards.proposals(numbers).stream().collect(Collectors.groupingBy(Proposal::card));
        Map<CaseNo, Before> before = store.before(numbers, LocalDate.now(clock).withDayOfYear(1));
        boolean mine = tab == CardTab.REVIEW ? reviews() : approves();
        return new Page<>(
                shown.stream()
                        .map(card -> line(card, facts.getOrDefault(card.no(), List.of()), before.get(card.no()), mine))
                        .toList(),
                found.size() > SIZE ? shown.get(SIZE - 1).no().value() : null);
    }

    private Line line(Card card, List<Proposal> proposals, Before before, boolean mine) {
        boolean turnsRed = card.colour() == CardColour.YELLOW;
        // Of a yellow card that may turn red, what was brought up for the yellow one is history.
        List<Proposal> own = proposals.stream()
                .filter(proposal -> proposal.level() > card.level())
                .toList();
        return new Line(
                card,
                units.shortName(card.unit()),
                turnsRed,
                (own.isEmpty() ? proposals : own).stream().map(this::fact).toList(),
                rules.of(card.wanted().verdict().rule()),
                counter(card, turnsRed, before),
                precedents(card),
                card.wanted().demand() == null
                        ? DemandWords.of(card.cause())
                        : card.wanted().demand(),
                before(card),
                mine && card.state().undecided());
    }

    FactLine fact(Proposal proposal) {
        return new FactLine(
                proposal,
                FactWords.of(proposal.facts()),
                rules.of(proposal.verdict().rule()));
    }

    private static String counter(Card card, boolean turnsRed, Before before) {
        String colour = card.wanted().verdict().colour().word();
        String words = "该单位今年第 " + (before.ofUnit() + 1) + " 张" + colour;
        return turnsRed ? words + "（本案黄牌转红牌）" : words + "，本案第 " + (before.onTask() + 1) + " 张" + colour;
    }

    private List<Precedent> precedents(Card card) {
        return cards.precedents(card, PRECEDENTS).stream()
                .map(earlier -> new Precedent(
                        earlier,
                        units.shortName(earlier.unit()),
                        Days.of(earlier.issuedAt() == null ? earlier.proposedAt() : earlier.issuedAt()),
                        became(earlier),
                        earlier.unit().equals(card.unit()) && earlier.cause() == card.cause()))
                .toList();
    }

    /** What was decided, in words. */
    private static String became(Card card) {
        if (card.level() == 0) {
            return card.state().label() + (card.closingReason() == null ? "" : "：" + card.closingReason());
        }
        return (card.level() > 1 ? "黄牌转红牌" : card.colour().word()) + "，"
                + card.state().label();
    }

    /** The review before an approval; before a review, why it was sent back. */
    private CardDecision before(Card card) {
        CardDecision.Outcome back = CardDecision.Outcome.RETURNED;
        return cards.file(card.no()).map(CardFile::decisions).orElse(List.of()).stream()
                .filter(one -> one.level() > card.level())
                .filter(one -> card.state() == CardState.PROPOSED
                        ? one.outcome() == back
                        : one.kind() == CardDecision.Kind.REVIEW)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What met a rule and got no card. */
    public Page<Refused> notGranted(UnitCode unit, Long before) {
        List<NotGranted> found = store.notGranted(unit, before == null ? Long.MAX_VALUE : before, SIZE + 1);
        List<NotGranted> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        List<Refused> lines = new ArrayList<>();
        shown.forEach(row -> lines.add(new Refused(
                row, units.shortName(UnitCode.of(row.unit())), FactWords.of(row.facts()), rules.of(row.rule()))));
        return new Page<>(
                lines, found.size() > SIZE ? String.valueOf(shown.get(SIZE - 1).id()) : null);
    }
}
