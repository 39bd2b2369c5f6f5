package org.duban.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.journal.ByHand.Place;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.JsonReader;
import org.duban.journal.store.EntryRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads one case's record, page by page. */
@Service
public class CaseJournal {

    private final EntryRows rows;

    CaseJournal(EntryRows rows) {
        this.rows = rows;
    }

    /**
     * A page of a case's record.
     *
     * @param next what to pass as {@code after} for the next page, null on the last
     */
    public record Page(List<Entry> items, Long next, long total) {}

    @Transactional(readOnly = true)
    public Page page(String chain, long after, int size) {
        List<Entry> items = rows.page(chain, after, size);
        long total = rows.head(chain).stream().mapToLong(Head::seq).findFirst().orElse(0);
        long last = items.isEmpty() ? after : items.get(items.size() - 1).seq();
        return new Page(items, items.size() == size && last < total ? last : null, total);
    }

    /** The whole record of a case in order; one question to the database. */
    @Transactional(readOnly = true)
    public List<Entry> whole(String chain) {
        try (Stream<Entry> all = rows.of(chain)) {
            return all.toList();
        }
    }

    /**
     * Entries from that moment on, with the last one before it in front. Found by halving the chain, which grows with
     * time; that needs no index by time over all entries.
     */
    @Transactional(readOnly = true)
    public List<Entry> from(String chain, Instant at, int most) {
        long low = 1;
        long high = rows.head(chain).stream().mapToLong(Head::seq).findFirst().orElse(0) + 1;
        while (low < high) {
            long middle = (low + high) / 2;
            if (rows.at(chain, middle).isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return rows.page(chain, Math.max(0, low - 2), most + 1);
    }

    /** The newest manual interventions in all cases. */
    public List<Entry> interventions(int most) {
        return rows.interventions(most);
    }

    /** A page of manual interventions, the newest first. */
    public List<Entry> interventions(ByHand filter, Place after, int size) {
        return rows.interventions(filter, after, size);
    }

    /** What stands in an entry. */
    public static Map<String, Object> body(Entry entry) {
        return JsonReader.object(new String(entry.body(), StandardCharsets.UTF_8));
    }
}
