package org.duban.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One event of an entry.
 *
 * @param process the process instance it happened in, null for a fact
 * @param definition the version of the model that ran, null for a fact
 */
record Happening(String kind, String process, String definition, Map<?, ?> values) {

    static List<Happening> of(Map<String, Object> body) {
        List<Happening> happened = new ArrayList<>();
        if (body.get("events") instanceof List<?> events) {
            for (Object event : events) {
                if (event instanceof Map<?, ?> values) {
                    happened.add(of(values, body));
                }
            }
        }
        return happened;
    }

    private static Happening of(Map<?, ?> values, Map<String, Object> body) {
        String kind = String.valueOf(values.get("kind"));
        if ("fact".equals(kind)) {
            return new Happening(kind, null, null, values);
        }
        Map<?, ?> from = values.get("process") == null ? body : values;
        return new Happening(kind, plain(from.get("process")), plain(from.get("definition")), values);
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** The type of a fact, such as {@code problem.signedFor}; empty for everything else. */
    String fact() {
        return is("fact") ? String.valueOf(values.get("type")) : "";
    }

    String text(String name) {
        return plain(values.get(name));
    }

    Instant moment(String name) {
        String text = text(name);
        return text == null ? null : Instant.parse(text);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** What a fact says beside its type. */
    Map<String, Object> data() {
        return map("data");
    }

    String data(String name) {
        return plain(data().get(name));
    }

    Map<String, Object> map(String name) {
        Map<String, Object> found = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> found.put(String.valueOf(key), value));
        }
        return found;
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String plain(Object value) {
        return value == null ? null : value.toString();
    }
}
