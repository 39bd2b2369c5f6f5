package org.duban.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** The read side of cards. Only {@link #page}, {@link #visible} and {@link #countVisible} look at who asks. */
public interface Cards {

    /** Up to {@code size} cards the person of this thread may see, the newest first, after that number or from the start. */
    List<Card> page(CardFilter filter, CaseNo after, int size);

    /** How many there are; stops counting at {@code most}. */
    int countVisible(CardFilter filter, int most);

    /** Everything of a card the person may see; empty also when it is not theirs to see. */
    Optional<CardFile> visible(CaseNo no);

    /** Everything of one card. */
    Optional<CardFile> file(CaseNo no);

    /** The cards about a case, in the order they were proposed. */
    List<Card> about(CaseNo subject);

    /** The facts brought up for these cards, by card and in the order they were. */
    List<Proposal> proposals(List<CaseNo> cards);

    /** Cards by unit over the days from {@code from} to {@code to}, both included; units without any are left out. */
    List<CardCount> counts(LocalDate from, LocalDate to);

    /** Everything that was issued to a unit, the newest first. */
    List<Issue> issuedTo(UnitCode unit, int most);

    /** What was decided before about the same unit or the same cause, the newest first. */
    List<Card> precedents(Card card, int most);

    /** A page of the consequence ledger, the newest first; {@code before} is the last id of the page before. */
    List<Consequence> consequences(UnitCode unit, boolean openOnly, Long before, int size);
}
