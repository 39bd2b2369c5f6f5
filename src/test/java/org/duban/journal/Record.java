package org.duban.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.JsonReader;
import org.duban.journal.store.EntryRows;

/** Reads a chain's entries and what stands in them. */
final class Record {

    private final EntryRows rows;

    Record(EntryRows rows) {
        this.rows = rows;
    }

    List<Entry> of(String chain) {
        return rows.page(chain, 0, 10_000);
    }

    Entry last(String chain) {
        List<Entry> entries = of(chain);
        return entries.get(entries.size() - 1);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> events(Entry entry) {
        return (List<Map<String, Object>>) JsonReader.object(new String(entry.body(), StandardCharsets.UTF_8))
                .get("events");
    }

    static List<Map<String, Object>> events(Entry entry, String kind) {
        return events(entry).stream()
                .filter(event -> kind.equals(event.get("kind")))
                .toList();
    }

    List<Map<String, Object>> events(String chain, String kind) {
        List<Map<String, Object>> all = new ArrayList<>();
        of(chain).forEach(entry -> all.addAll(events(entry, kind)));
        return all;
    }
}
