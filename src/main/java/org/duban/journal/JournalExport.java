package org.duban.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
        return snapshot.execute(status -> {
            line(out, RecordLines.begin("case", clock.instant()));
            Seal last = seals(out);
            long[] count = {0};
            try (Stream<Entry> rows = entries.of(chain)) {
                rows.forEach(entry -> {
                    count[0]++;
                    line(out, RecordLines.of(entry));
                });
            }
            entries.head(chain).forEach(head -> line(out, RecordLines.of(head)));
            seals.leaves(chain).forEach(leaf -> line(out, RecordLines.of(leaf)));
            if (last != null) {
                path(chain, last, out);
            }
            line(out, RecordLines.end(count[0]));
            return count[0];
        });
    }

    /** Writes everything; returns how many entries it is. */
    public long ofAll(Writer out) {
        return snapshot.execute(status -> {
            line(out, RecordLines.begin("all", clock.instant()));
            seals(out);
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

    private Seal seals(Writer out) {
        Seal[] last = {null};
        try (Stream<Seal> all = seals.all()) {
            all.forEach(seal -> {
                line(out, RecordLines.of(seal));
                last[0] = seal;
            });
        }
        return last[0];
    }

    private void path(String chain, Seal last, Writer out) {
        Algorithm algorithm = Algorithm.of(last.algorithm()).orElse(Algorithm.HMAC_SHA_256);
        List<byte[]> hashes = new ArrayList<>();
        Leaf own = null;
        int index = 0;
        try (Stream<Leaf> newest = seals.newestLeaves()) {
            for (var rows = newest.iterator(); rows.hasNext(); ) {
                Leaf leaf = rows.next();
                if (leaf.chain().equals(chain)) {
                    own = leaf;
                    index = hashes.size();
                }
                hashes.add(MerkleTree.leaf(algorithm, leaf.chain(), leaf.seq(), leaf.mac()));
            }
        }
        if (own != null) {
            line(out, RecordLines.path(own, index, MerkleTree.path(algorithm, hashes, index)));
        }
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
