package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What a step made of a card's fields, in the office's words, so that the record alone says how the card stood. */
final class CardChanges {

    private static final Map<String, Function<Card, Object>> FIELDS = fields();

    private CardChanges() {}

    static Map<String, Map<String, Object>> between(Card before, Card after) {
        Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
        FIELDS.forEach((name, field) -> {
            Object old = before == null ? null : field.apply(before);
            Object now = field.apply(after);
            if (!Objects.equals(old, now)) {
                Map<String, Object> change = new LinkedHashMap<>();
                if (old != null) {
                    change.put("before", old);
                }
                if (now != null) {
                    change.put("after", now);
                }
                changed.put(name, change);
            }
        });
        return changed;
    }

    private static Map<String, Function<Card, Object>> fields() {
        Map<String, Function<Card, Object>> fields = new LinkedHashMap<>();
        fields.put("subject", card -> card.subject().value());
        fields.put("title", Card::title);
        fields.put("cardUnit", card -> card.unit().value());
        fields.put("cardCause", card -> card.cause().label());
        fields.put("cardState", card -> card.state().label());
        fields.put(
                "cardColour",
                card -> card.colour() == null ? null : card.colour().word());
        fields.put("cardLevel", card -> card.level() == 0 ? null : card.level());
        fields.put(
                "wantedColour",
                card -> card.wanted() == null || !card.open()
                        ? null
                        : card.wanted().colour().word());
        wanted(fields, "wantedClause", wanted -> wanted.verdict().clause());
        wanted(fields, "wantedRule", wanted -> wanted.verdict().rule());
        wanted(fields, "wantedReplyDays", wanted -> wanted.verdict().replyDays());
        wanted(fields, "wantedApprover", wanted -> wanted.verdict().approver());
        wanted(fields, "demand", Wanted::demand);
        fields.put("cardProposer", card -> card.proposer().label());
        fields.put("proposedAt", card -> moment(card.proposedAt()));
        fields.put("issuedAt", card -> moment(card.issuedAt()));
        fields.put("replyDueOn", card -> day(card.replyDueOn()));
        fields.put("closedAt", card -> moment(card.closedAt()));
        fields.put("closingReason", Card::closingReason);
        return fields;
    }

    private static void wanted(Map<String, Function<Card, Object>> fields, String name, Function<Wanted, Object> part) {
        fields.put(name, card -> card.wanted() == null ? null : part.apply(card.wanted()));
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String moment(Instant at) {
        return at == null ? null : at.toString();
    }
}
