package org.duban.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.KeyRing;
import org.duban.journal.offline.Signer;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.EntryRows.Last;
import org.duban.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Makes one entry for each case a transaction touched and adds it to the case's chain; all of them in one statement.
 * Where the chain stood is remembered from the last commit, so that a node which goes on with a case need not ask;
 * another node's entry in between is noticed by the statement itself, which then writes nothing for that case.
 */
@Component
class RecordWriter {

    private static final int REMEMBERED = 50_000;
    private static final int MOST_TRIES = 20;

    private final EntryRows rows;
    private final KeyRing keys;
    private final Acting acting;
    private final Clock clock;
    private final String node = nodeName();
    private final Map<String, Last> known = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
            return size() > REMEMBERED;
        }
    });

    RecordWriter(EntryRows rows, KeyRing keys, Acting acting, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.acting = acting;
        this.clock = clock;
    }

    /** Writes what happened; returns where the chains stand if the transaction commits. */
    Map<String, Last> write(List<Captured> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String channel = Channel.ofThisThread();
        // In the order of the names, so that two transactions never wait for each other.
        Map<String, List<Captured>> byChain = new TreeMap<>();
        events.forEach(event -> byChain.computeIfAbsent(event.chain(), chain -> new ArrayList<>())
                .add(event));
        Map<String, Entry> drafts = new LinkedHashMap<>();
        byChain.forEach((chain, its) -> drafts.put(chain, draft(chain, its, at, channel)));
        return append(drafts);
    }

    private Map<String, Last> append(Map<String, Entry> drafts) {
        Signer signer = keys.signer();
        Map<String, Last> written = new HashMap<>();
        Map<String, Entry> left = new LinkedHashMap<>(drafts);
        Map<String, Last> last = remembered(left.keySet());
        for (int attempt = 0; attempt < MOST_TRIES && !left.isEmpty(); attempt++) {
            List<Entry> entries = new ArrayList<>(left.size());
            List<Head> heads = new ArrayList<>(left.size());
            for (Entry draft : left.values()) {
                Entry entry = after(last.getOrDefault(draft.chain(), Last.NONE), draft)
                        .signed(signer);
                entries.add(entry);
                heads.add(Head.of(entry, signer));
            }
            Set<String> added = rows.append(entries, heads);
            entries.stream()
                    .filter(entry -> added.contains(entry.chain()))
                    .forEach(entry -> written.put(entry.chain(), new Last(entry.seq(), entry.mac())));
            left.keySet().removeAll(added);
            if (!left.isEmpty()) {
                known.keySet().removeAll(left.keySet());
                last = rows.last(left.keySet());
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("too many at once write to the record of " + left.keySet());
        }
        return written;
    }

    private Map<String, Last> remembered(Set<String> chains) {
        Map<String, Last> last = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String chain : chains) {
            Last one = known.get(chain);
            if (one == null) {
                unknown.add(chain);
            } else {
                last.put(chain, one);
            }
        }
        if (!unknown.isEmpty()) {
            last.putAll(rows.last(unknown));
        }
        return last;
    }

    /** Remembers where the chains stand, once it is certain. */
    void committed(Map<String, Last> written) {
        written.forEach(
                (chain, last) -> known.merge(chain, last, (one, other) -> one.seq() > other.seq() ? one : other));
    }

    private Entry draft(String chain, List<Captured> events, Instant at, String channel) {
        Actor actor = acting.of(events);
        return new Entry(
                chain,
                0,
                at,
                actor.username(),
                actor.name(),
                actor.onBehalfOf(),
                channel,
                node,
                events.stream().anyMatch(Captured::intervention),
                EntryBody.of(events, actor).getBytes(StandardCharsets.UTF_8),
                null,
                null,
                keys.algorithm().label(),
                keys.signing());
    }

    private static Entry after(Last last, Entry draft) {
        return new Entry(
                draft.chain(),
                last.seq() + 1,
                draft.at(),
                draft.actor(),
                draft.actorName(),
                draft.onBehalfOf(),
                draft.channel(),
                draft.node(),
                draft.intervention(),
                draft.body(),
                last.mac(),
                null,
                draft.algorithm(),
                draft.keyId());
    }

    private static String nodeName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
