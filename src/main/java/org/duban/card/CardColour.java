package org.duban.card;

import java.util.Arrays;
import java.util.Optional;

/** The colour of a card, in the word the decision tables use for it. */
public enum CardColour {
    YELLOW("黄牌"),
    RED("红牌");

    /** The word for no card. */
    static final String NONE = "无";

    private final String word;

    CardColour(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The word of a colour that may be missing. */
    static String wordOrNone(CardColour colour) {
        return colour == null ? NONE : colour.word;
    }

    static Optional<CardColour> of(String word) {
        return Arrays.stream(values())
                .filter(colour -> colour.word.equals(word))
                .findFirst();
    }
}
