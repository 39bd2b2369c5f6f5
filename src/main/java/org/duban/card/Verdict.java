package org.duban.card;

/**
 * The card that is wanted, with what it stands on.
 *
 * @param replyDays working days for the written answer
 * @param approver the office that approves it, in the office's words
 * @param rule table and version, and the row that matched, also where a coordinator decided otherwise
 */
public record Verdict(CardColour colour, int replyDays, String approver, String clause, String rule) {

    /** The decision table and its version. */
    String table() {
        return rule.split(" ")[0];
    }

    /** The row that matched. */
    String row() {
        return rule.substring(rule.indexOf(' ') + 1);
    }

    boolean graverThan(CardColour other) {
        return other == null || colour.compareTo(other) > 0;
    }
}
