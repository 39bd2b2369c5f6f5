package org.duban.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.replay.Difference.LimitChange;
import org.duban.replay.Moment.Limit;

/** The deadlines of a case as facts opened, moved and closed them. */
final class Limits {

    private static final String OPENED = "deadline.opened";
    private static final Set<String> MOVES = Set.of(
            "deadline.extended", "deadline.suspended", "deadline.resumed", "deadline.recounted", "deadline.corrected");
    private static final Set<String> CLOSED = Set.of("deadline.met", "deadline.voided");

    private final Map<String, Limit> limits = new LinkedHashMap<>();

    void apply(Happening fact) {
        String id = fact.data("deadline");
        Limit limit = limits.get(id);
        if (OPENED.equals(fact.fact())) {
            limits.put(id, opened(id, fact));
        } else if (limit != null && MOVES.contains(fact.fact())) {
            limits.put(id, limit.due(fact.data("to"), state(fact, limit)));
        } else if (limit != null && CLOSED.contains(fact.fact())) {
            limits.put(id, limit.closed("deadline.met".equals(fact.fact()) ? "met" : "voided"));
        }
    }

    private static Limit opened(String id, Happening fact) {
        return new Limit(
                id,
                fact.data("name"),
                fact.data("kind"),
                fact.data("clause"),
                fact.data("startOn"),
                fact.data("dueOn"),
                fact.data("dueOn"),
                "open",
                0);
    }

    private static String state(Happening move, Limit before) {
        return switch (move.fact()) {
            case "deadline.suspended" -> "standing";
            case "deadline.resumed" -> "open";
            default -> before.state();
        };
    }

    /** What an event means for a deadline; empty for every other event. */
    Optional<LimitChange> change(Happening event) {
        boolean known = OPENED.equals(event.fact()) || MOVES.contains(event.fact()) || CLOSED.contains(event.fact());
        return known ? Optional.of(change(event, limits.get(event.data("deadline")))) : Optional.empty();
    }

    private static LimitChange change(Happening event, Limit before) {
        boolean moved = MOVES.contains(event.fact());
        String day = moved ? event.data("from") : before == null ? null : before.dueOn();
        String after = moved ? event.data("to") : OPENED.equals(event.fact()) ? event.data("dueOn") : null;
        return new LimitChange(
                event.data("deadline"),
                event.data("name"),
                event.fact(),
                day,
                after,
                event.data("reason"),
                Boolean.TRUE.equals(event.data().get("afterExpiry")),
                event.data("clause"));
    }

    List<Limit> now() {
        return List.copyOf(limits.values());
    }
}
