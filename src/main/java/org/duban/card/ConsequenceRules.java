package org.duban.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.springframework.stereotype.Component;

/** What follows from a card, as the office has set it in the table {@code ConsequenceDecision}. */
@Component
class ConsequenceRules {

    static final String TABLE = "ConsequenceDecision";

    private final Decisions decisions;

    ConsequenceRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What the rules look at, the card just issued counted in.
     *
     * @param yellowsOnTask yellow cards on the same task
     * @param unitYellows and {@code unitReds}: cards of the unit this year
     */
    record Facts(
            CardColour colour, CardCause cause, String importance, int yellowsOnTask, int unitYellows, int unitReds) {

        private Map<String, Object> asked() {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("colour", colour.word());
            asked.put("cause", cause.label());
            asked.put("importance", importance);
            asked.put("yellowsOnTask", yellowsOnTask);
            asked.put("unitYellows", unitYellows);
            asked.put("unitReds", unitReds);
            return asked;
        }
    }

    /**
     * One thing that follows.
     *
     * @param points negative when deducted; null where nothing is
     * @param days working days somebody has to carry it out; null when it takes effect by itself
     */
    record Following(ConsequenceKind kind, Integer points, Integer days, String clause, String rule) {}

    /** Everything that follows, none when no rule matches. */
    List<Following> of(Facts facts) {
        Decision table = decisions.latest(TABLE);
        return table.evaluate(facts.asked()).stream()
                .map(row -> following(table, row))
                .toList();
    }

    private static Following following(Decision table, Match row) {
        return new Following(
                ConsequenceKind.of(row.text("kind"))
                        .orElseThrow(() -> new IllegalStateException(
                                table.reference() + " row " + row.rule() + " names no consequence")),
                row.number("points"),
                row.number("days"),
                row.annotation(),
                table.reference() + " " + row.rule());
    }
}
