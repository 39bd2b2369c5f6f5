package org.duban.engine.history;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is known; what is not known is left out. */
final class Values {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Values put(String name, Object value) {
        if (value instanceof Date date) {
            values.put(name, Instant.ofEpochMilli(date.getTime()).toString());
        } else if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** Puts the mark only where it is true. */
    Values mark(String name, boolean value) {
        if (value) {
            values.put(name, true);
        }
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}
