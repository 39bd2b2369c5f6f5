package org.duban.journal.web;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.duban.journal.CaseJournal;
import org.duban.journal.offline.Entry;

/** A page of a case's record as JSON. */
record JournalPageBody(List<Item> items, Long next, long total) {

    record Item(
            long seq,
            Instant at,
            String actor,
            String actorName,
            String onBehalfOf,
            String channel,
            String node,
            boolean intervention,
            Map<String, Object> body,
            String prev,
            String mac,
            String algorithm,
            String keyId) {

        static Item of(Entry entry) {
            return new Item(
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.actorName(),
                    entry.onBehalfOf(),
                    entry.channel(),
                    entry.node(),
                    entry.intervention(),
                    CaseJournal.body(entry),
                    HexFormat.of().formatHex(entry.prev()),
                    HexFormat.of().formatHex(entry.mac()),
                    entry.algorithm(),
                    entry.keyId());
        }
    }

    static JournalPageBody of(CaseJournal.Page page) {
        return new JournalPageBody(page.items().stream().map(Item::of).toList(), page.next(), page.total());
    }
}
