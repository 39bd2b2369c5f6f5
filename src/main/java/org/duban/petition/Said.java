package org.duban.petition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.UnitCode;

/** A fact before it has a place in a letter's history. */
record Said(PetitionFact fact, UnitCode unit, Map<String, Object> data) {

    static Said of(PetitionFact fact, UnitCode unit, Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                data.put((String) namesAndValues[i], plain(value));
            }
        }
        return new Said(fact, unit, data);
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Said::plain).toList();
        }
        boolean isJson = value instanceof Number || value instanceof Boolean || value instanceof Map;
        return isJson ? value : value.toString();
    }
}
