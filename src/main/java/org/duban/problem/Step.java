package org.duban.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;

/** What a step makes of a problem: its new snapshot and the facts to announce, in order. */
record Step(Problem after, List<Announcement> announcements) {

    /** A fact before it has a place in the history. */
    record Announcement(ProblemFact fact, UnitCode unit, Map<String, Object> data) {}

    static Step to(Problem after) {
        return new Step(after, List.of());
    }

    Step announce(ProblemFact fact, UnitCode unit, Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                data.put((String) namesAndValues[i], plain(value));
            }
        }
        List<Announcement> more = new ArrayList<>(announcements);
        more.add(new Announcement(fact, unit, data));
        return new Step(after, List.copyOf(more));
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Step::plain).toList();
        }
        boolean isJson = value instanceof Number || value instanceof Boolean || value instanceof Map;
        return isJson ? value : value.toString();
    }
}
