package org.duban.card;

/**
 * The card that is wanted, with what it stands on.
 *
 * @param replyDays working days for the written answer
 * @param approver the office that approves it, in the office's words
 * @param rule table, version and row; the word for a person's own change where a coordinator changed it
 */
public record Verdict(CardColour colour, int replyDays, String approver, String clause, String rule) {

    boolean graverThan(CardColour other) {
        return other == null || colour.compareTo(other) > 0;
    }
}
