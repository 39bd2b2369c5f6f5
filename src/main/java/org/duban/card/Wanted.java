package org.duban.card;

/**
 * What is being decided about a card: the verdict, and what the unit will be asked to do.
 *
 * @param demand null until the coordinator has written it
 */
public record Wanted(Verdict verdict, String demand) {

    CardColour colour() {
        return verdict.colour();
    }

    /** The same, as grave as the new facts make it. */
    Wanted raisedTo(Verdict graver) {
        return graver.graverThan(colour()) ? new Wanted(graver, demand) : this;
    }
}
