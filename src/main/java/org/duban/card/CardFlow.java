package org.duban.card;

/** What a card asks of its process, in the office's words; how the engine does it is known in one class. */
public interface CardFlow {

    /** Starts the process of a proposed card, in the caller's transaction. */
    void start(Card card);

    /** Ends the decision in hand, because there is nothing left to decide. */
    void proposalWithdrawn(Card card);

    /** Takes a held card back to review, because a graver fact came up; false when it is not held at this moment. */
    boolean worsened(Card card);

    /** Lets an objection be decided beside what goes on; false when the card is not held at this moment. */
    boolean objectionFiled(Card card);
}
