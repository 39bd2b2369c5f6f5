package org.duban.card;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a step says: the fact, and what belongs to it. */
record CardStep(CardEvent event, Map<String, Object> data) {

    static CardStep of(CardEvent event, Object... pairs) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                data.put((String) pairs[i], pairs[i + 1]);
            }
        }
        return new CardStep(event, data);
    }
}
