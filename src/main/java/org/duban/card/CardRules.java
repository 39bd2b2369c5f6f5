package org.duban.card;

import java.util.Optional;
import org.duban.engine.Decision;
import org.duban.engine.Decisions;
import org.duban.engine.Decisions.Match;
import org.springframework.stereotype.Component;

/** Whether facts give cause for a card, as the office has set it in the table {@code CardDecision}. */
@Component
class CardRules {

    static final String TABLE = "CardDecision";

    private final Decisions decisions;

    CardRules(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty when no rule matches, which means no card. */
    Optional<Verdict> verdict(CardFacts facts) {
        Decision table = decisions.latest(TABLE);
        return table.first(facts.asked()).map(row -> verdict(table, row));
    }

    /** Who approves a card of that colour: as the first rule for it says. */
    String approver(CardColour colour) {
        Decisions.Table table = decisions.latest(TABLE).table();
        int outputs = table.inputs().size();
        return table.rules().stream()
                .map(Decisions.Rule::cells)
                .filter(cells -> bare(cells.get(outputs)).equals(colour.word()))
                .map(cells -> bare(cells.get(outputs + 2)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(TABLE + " has no rule for " + colour));
    }

    private static String bare(String cell) {
        return cell.replace("\"", "").strip();
    }

    private static Verdict verdict(Decision table, Match row) {
        return new Verdict(
                CardColour.of(row.text("colour")).orElseThrow(() -> fault(table, row)),
                Optional.ofNullable(row.number("replyDays")).orElseThrow(() -> fault(table, row)),
                Optional.ofNullable(row.text("approver")).orElseThrow(() -> fault(table, row)),
                row.annotation(),
                table.reference() + " " + row.rule());
    }

    private static IllegalStateException fault(Decision table, Match row) {
        return new IllegalStateException(table.reference() + " row " + row.rule() + " names no card");
    }
}
