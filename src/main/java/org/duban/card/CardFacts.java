package org.duban.card;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the rules look at, as it stood when a card was proposed; {@code asked} has it by the names of the table's inputs.
 */
public record CardFacts(CardCause cause, ProposerKind proposer, Map<String, Object> asked) {

    public CardFacts {
        asked = Map.copyOf(asked);
    }

    /** Nothing but the cause known yet. */
    public static CardFacts of(CardCause cause, ProposerKind proposer) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("cause", cause.label());
        asked.put("proposer", proposer.label());
        asked.put("daysLate", 0);
        asked.put("roundsBehind", 0);
        asked.put("yellows", 0);
        asked.put("repeatLetters", 0);
        asked.put("unansweredReminders", 0);
        asked.put("superior", CardColour.NONE);
        asked.put("outcome", YellowOutcome.NONE.word());
        asked.put("suggested", CardColour.NONE);
        asked.put("importance", "中");
        return new CardFacts(cause, proposer, asked);
    }

    public CardFacts late(int days) {
        return with("daysLate", days);
    }

    public CardFacts behind(int rounds) {
        return with("roundsBehind", rounds);
    }

    public CardFacts letters(int repeats) {
        return with("repeatLetters", repeats);
    }

    public CardFacts reminded(int times) {
        return with("unansweredReminders", times);
    }

    /** The province gave a card of its own. */
    public CardFacts givenBySuperior(CardColour colour) {
        return with("superior", CardColour.wordOrNone(colour));
    }

    /** What a person, or the ladder of reminders, suggests. */
    public CardFacts suggesting(CardColour colour) {
        return with("suggested", CardColour.wordOrNone(colour));
    }

    CardFacts after(YellowOutcome outcome) {
        return with("outcome", outcome.word());
    }

    /** With what the case itself and its earlier cards say. */
    CardFacts onTask(int earlierYellows, String importance) {
        return with("yellows", earlierYellows).with("importance", importance);
    }

    private CardFacts with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(asked);
        more.put(name, value);
        return new CardFacts(cause, proposer, more);
    }
}
