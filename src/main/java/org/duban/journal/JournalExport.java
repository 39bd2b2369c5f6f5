package org.duban.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.journal.offline.Algorithm;
import org.duban.journal.offline.Entry;
import org.duban.journal.offline.Head;
import org.duban.journal.offline.Leaf;
import org.duban.journal.offline.MerkleTree;
import org.duban.journal.offline.RecordLines;
import org.duban.journal.offline.Seal;
import org.duban.journal.store.EntryRows;
import org.duban.journal.store.SealRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the record line by line, with everything the stand-alone verifier needs beside the keys. */
@Service
public class JournalExport {

    private final EntryRows entries;
    private final SealRows seals;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    JournalExport(EntryRows entries, SealRows seals, Clock clock, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.seals = seals;
        this.clock = clock;
        this.snapshot = Verification.snapshot(transactions);
    }

    /**
     * Writes one case with all seals and the path that leads from its last sealed entry to the last seal.
     *
     * @return how many entries it has
     */
    public long ofCase(String chain, Writer out) {
        return slices(List.of(chain)).write(List.of(chain), out);
    }

    /** Reads what the exports of these cases share, once for all of them: the seals, and each case's path to the last. */
    public Slices slices(Collection<String> chains) {
        return snapshot.execute(status -> {
            List<String> sealed = new ArrayList<>();
            Seal last = null;
            try (Stream<Seal> all = seals.all()) {
                for (var rows = all.iterator(); rows.hasNext(); ) {
                    last = rows.next();
                    sealed.add(RecordLines.of(last));
                }
            }
            return new Slices(sealed, last == null ? 0 : last.no(), last == null ? Map.of() : paths(chains, last));
        });
    }

    /** Single cases of one export. */
    public final class Slices {

        private final List<String> sealed;
        private final long lastSeal;
        private final Map<String, String> paths;

        private Slices(List<String> sealed, long lastSeal, Map<String, String> paths) {
            this.sealed = sealed;
            this.lastSeal = lastSeal;
            this.paths = paths;
        }

        /**
         * Writes a case as a record of its own.
         *
         * @param chains the case, and after it those to be carried along
         * @return how many entries these have
         */
        public long write(List<String> chains, Writer out) {
            return snapshot.execute(status -> {
                line(out, RecordLines.begin("case", clock.instant()));
                sealed.forEach(seal -> line(out, seal));
                long[] count = {0};
                chains.forEach(chain -> count[0] += chain(chain, out));
                chains.stream().map(paths::get).filter(Objects::nonNull).forEach(path -> line(out, path));
                line(out, RecordLines.end(count[0]));
                return count[0];
            });
        }

        private long chain(String chain, Writer out) {
            long[] count = {0};
            try (Stream<Entry> rows = entries.of(chain)) {
                rows.forEach(entry -> {
                    count[0]++;
                    line(out, RecordLines.of(entry));
                });
            }
            entries.head(chain).forEach(head -> line(out, RecordLines.of(head)));
            // What was sealed since the seals were read is bound by a seal this export does not have.
            seals.leaves(chain).stream()
                    .filter(leaf -> leaf.seal() <= lastSeal)
                    .forEach(leaf -> line(out, RecordLines.of(leaf)));
            return count[0];
        }
    }

    /** Writes everything; returns how many entries it is. */
    public long ofAll(Writer out) {
        return snapshot.execute(status -> {
            line(out, RecordLines.begin("all", clock.instant()));
            try (Stream<Seal> all = seals.all()) {
                all.forEach(seal -> line(out, RecordLines.of(seal)));
            }
            long[] count = {0};
            try (Stream<Entry> rows = entries.all();
                    Stream<Head> heads = entries.heads();
                    Stream<Leaf> leaves = seals.leaves()) {
                var entry = new Peeking<>(rows.iterator(), Entry::chain);
                var head = new Peeking<>(heads.iterator(), Head::chain);
                var leaf = new Peeking<>(leaves.iterator(), Leaf::chain);
                while (Peeking.anyLeft(entry, head, leaf)) {
                    String chain = Peeking.first(entry, head, leaf);
                    entry.each(chain, one -> {
                        count[0]++;
                        line(out, RecordLines.of(one));
                    });
                    head.each(chain, one -> line(out, RecordLines.of(one)));
                    leaf.each(chain, one -> line(out, RecordLines.of(one)));
                }
            }
            line(out, RecordLines.end(count[0]));
            return count[0];
        });
    }

    private Map<String, String> paths(Collection<String> chains, Seal last) {
        Algorithm algorithm = Algorithm.of(last.algorithm()).orElse(Algorithm.HMAC_SHA_256);
        Set<String> wanted = new HashSet<>(chains);
        List<byte[]> hashes = new ArrayList<>();
        List<Leaf> own = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        try (Stream<Leaf> newest = seals.newestLeaves()) {
            newest.forEach(leaf -> {
                if (wanted.contains(leaf.chain())) {
                    own.add(leaf);
                    places.add(hashes.size());
                }
                hashes.add(MerkleTree.leaf(algorithm, leaf.chain(), leaf.seq(), leaf.mac()));
            });
        }
        List<List<byte[]>> paths = MerkleTree.paths(algorithm, hashes, places);
        Map<String, String> lines = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            lines.put(own.get(i).chain(), RecordLines.path(own.get(i), places.get(i), paths.get(i)));
        }
        return lines;
    }

    private static void line(Writer out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
