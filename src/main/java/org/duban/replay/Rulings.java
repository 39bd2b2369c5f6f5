package org.duban.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.replay.Difference.Ruling;

/** Finds the decision behind an event: one the engine took, or one a fact names as its reason. */
final class Rulings {

    private Rulings() {}

    /** The decisions of a step; a fact's word for one that is told in full beside it is left out. */
    static List<Ruling> of(List<Happening> events) {
        List<Ruling> all = events.stream()
                .map(Rulings::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return all.stream().filter(one -> !toldInFull(one, all)).toList();
    }

    private static boolean toldInFull(Ruling one, List<Ruling> all) {
        return one.inputs().isEmpty()
                && all.stream()
                        .anyMatch(other -> !other.inputs().isEmpty()
                                && other.table() != null
                                && other.table().startsWith(one.table() + ":"));
    }

    private static Ruling of(Happening event) {
        if (event.is("decision")) {
            return new Ruling(
                    event.text("decision"),
                    event.text("table"),
                    event.text("name"),
                    event.list("rules").stream().map(String::valueOf).toList(),
                    null,
                    named(event.list("inputs")),
                    named(event.list("outputs")));
        }
        String table = event.data("decision");
        String rule = event.data("rule");
        if (table == null || rule == null || !table.contains(":")) {
            return null;
        }
        return new Ruling(
                table.substring(0, table.indexOf(':')),
                table,
                null,
                List.of(rule),
                event.data("clause"),
                Map.of(),
                Map.of());
    }

    private static Map<String, Object> named(List<?> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object value : values) {
            if (value instanceof Map<?, ?> one) {
                Object name = Objects.requireNonNullElse(one.get("name"), one.get("clause"));
                named.put(String.valueOf(name), one.get("value"));
            }
        }
        return named;
    }
}
