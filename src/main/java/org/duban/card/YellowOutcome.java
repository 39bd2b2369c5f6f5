package org.duban.card;

/** What became of a unit's answer to a yellow card, in the words the decision table knows. */
enum YellowOutcome {
    NONE("无"),
    REPLY_MISSED("逾期未答复"),
    CHECK_FAILED("整改不到位");

    private final String word;

    YellowOutcome(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
