package org.duban.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.journal.offline.CanonicalJson;
import org.duban.journal.offline.JsonReader;
import org.duban.kernel.Actor;

/** Puts the events of one case and transaction into one text, without saying twice what holds for all of them. */
final class EntryBody {

    private EntryBody() {}

    static String of(List<Captured> events, Actor actor) {
        Captured first = events.stream()
                .filter(event -> event.process() != null)
                .findFirst()
                .orElse(null);
        Map<String, Object> body = new LinkedHashMap<>();
        if (first != null) {
            body.put("process", first.process());
            body.put("definition", first.definition());
        }
        List<Object> list = new ArrayList<>(events.size());
        Map<Object, Map<String, Object>> tasks = new HashMap<>();
        Set<Map<String, Object>> decisions = new HashSet<>();
        for (Captured captured : events) {
            boolean asked = "decision".equals(captured.event().get("kind"));
            if (asked ? decisions.add(captured.event()) : !repeats(captured.event(), tasks)) {
                list.add(event(captured, first, actor));
            }
        }
        body.put("events", list);
        return CanonicalJson.write(body);
    }

    // The engine says of a new task at once that it was changed, to what it already is.
    private static boolean repeats(Map<String, Object> event, Map<Object, Map<String, Object>> tasks) {
        if (!String.valueOf(event.get("kind")).startsWith("task.")) {
            return false;
        }
        Map<String, Object> state = new HashMap<>(event);
        boolean update = "task.update".equals(state.remove("kind"));
        return state.equals(tasks.put(event.get("task"), state)) && update;
    }

    private static Map<String, Object> event(Captured captured, Captured first, Actor actor) {
        Map<String, Object> event = PlainValues.map(captured.event());
        if (captured.process() != null && !captured.process().equals(first.process())) {
            event.put("process", captured.process());
            event.put("definition", captured.definition());
        }
        if (actor.username().equals(event.get("by")) && "fact".equals(event.get("kind"))) {
            event.remove("by");
            event.remove("onBehalfOf", actor.onBehalfOf());
        }
        if ("form".equals(event.get("kind")) && event.get("filed") instanceof String filed) {
            event.put("filed", form(filed));
        }
        return event;
    }

    private static Object form(String filed) {
        try {
            return PlainValues.of(JsonReader.read(filed));
        } catch (IllegalArgumentException notJson) {
            return filed;
        }
    }
}
