package org.duban.journal.offline;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks one chain: give it the entries in the order of their numbers, the head and what the seals bound, then ask for
 * the findings. An entry that does not fit its keyed hash is told apart by where its neighbours say it belongs: moved,
 * altered in place, or never written by the system.
 */
public final class ChainCheck {

    private static final int NEAR = 64;
    private static final int MOST_TRIES = 20_000;
    private static final int MOST_MISSING = 200;

    /** A row as found; the entry is kept only where its hash does not fit. */
    private static final class Row {

        final long seq;
        final byte[] mac;
        final byte[] prev;
        final Entry misfit;
        long place;
        boolean foreign;

        Row(Entry entry, boolean fits) {
            this.seq = entry.seq();
            this.mac = entry.mac();
            this.prev = entry.prev();
            this.misfit = fits ? null : entry;
            this.place = fits ? entry.seq() : 0;
        }
    }

    private final String chain;
    private final Signer signer;
    private final EvidenceCheck evidence;
    private final List<Row> rows = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Head head;
    private boolean headFits;
    private int tries;

    /** @param files null to leave evidence files alone */
    public ChainCheck(String chain, Signer signer, FileHashes files) {
        this.chain = chain;
        this.signer = signer;
        this.evidence = new EvidenceCheck(files);
    }

    public void entry(Entry entry) {
        boolean fits = Arrays.equals(entry.mac(), entry.sign(signer, entry.seq()));
        rows.add(new Row(entry, fits));
        if (fits) {
            evidence.entry(entry);
        }
    }

    public void head(Head found) {
        head = found;
        headFits = Arrays.equals(found.proof(), found.sign(signer));
    }

    public void leaf(Leaf leaf) {
        leaves.add(leaf);
    }

    public long entries() {
        return rows.size();
    }

    public List<Finding> finish() {
        if (isPlain()) {
            evidence.finish(chain, findings);
            return findings;
        }
        boolean misfits = rows.stream().anyMatch(row -> row.misfit != null);
        if (misfits) {
            placeMoved();
            judgeMisfits();
        }
        checkLinks();
        checkPresence();
        checkHead();
        checkLeaves();
        evidence.finish(chain, findings);
        return findings;
    }

    // Nothing to look for: numbered from 1, each naming the one before, up to the head, and as the seals bound it.
    private boolean isPlain() {
        byte[] before = Entry.nothingBefore();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.misfit != null || row.seq != i + 1 || !Arrays.equals(row.prev, before)) {
                return false;
            }
            before = row.mac;
        }
        return head != null
                && headFits
                && head.seq() == rows.size()
                && Arrays.equals(head.mac(), before)
                && leaves.stream()
                        .allMatch(leaf -> leaf.seq() >= 1
                                && leaf.seq() <= rows.size()
                                && Arrays.equals(rows.get((int) leaf.seq() - 1).mac, leaf.mac()));
    }

    private void found(Finding.Kind kind, long seq, String part, String detail) {
        findings.add(new Finding(kind, chain, seq, part, detail));
    }

    // A moved row still fits its hash at the place it came from, which is one after the row it names as the one before.
    private void placeMoved() {
        Map<ByteBuffer, Long> places = new HashMap<>();
        places.put(ByteBuffer.wrap(Entry.nothingBefore()), 0L);
        rows.stream().filter(row -> row.place > 0).forEach(row -> places.put(ByteBuffer.wrap(row.mac), row.place));
        boolean placed = true;
        while (placed) {
            placed = false;
            for (Row row : rows) {
                Long before = row.place > 0 ? null : places.get(ByteBuffer.wrap(row.prev));
                if (before != null && fits(row, before + 1)) {
                    places.put(ByteBuffer.wrap(row.mac), row.place);
                    placed = true;
                }
            }
            placed = placed || rows.stream().anyMatch(row -> row.place == 0 && placedNear(row, places));
        }
    }

    // Where the row before is gone, the old place is looked for around the new one.
    private boolean placedNear(Row row, Map<ByteBuffer, Long> places) {
        for (long distance = 1; distance <= NEAR && tries < MOST_TRIES; distance++) {
            if (fits(row, row.seq + distance) || row.seq > distance && fits(row, row.seq - distance)) {
                places.put(ByteBuffer.wrap(row.mac), row.place);
                return true;
            }
        }
        return false;
    }

    private boolean fits(Row row, long place) {
        tries++;
        boolean fits = Arrays.equals(row.mac, row.misfit.sign(signer, place));
        if (fits) {
            row.place = place;
        }
        return fits;
    }

    private void judgeMisfits() {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.misfit == null) {
                continue;
            }
            if (row.place > 0) {
                found(Finding.Kind.REORDERED, row.seq, "entry", "应为第 " + row.place + " 条");
            } else if (isForeign(i)) {
                row.foreign = true;
                found(Finding.Kind.FOREIGN, row.seq, "entry", null);
            } else {
                row.place = row.seq;
                found(Finding.Kind.ALTERED, row.seq, "entry", null);
            }
        }
    }

    // The chain goes past a row that was put in; or it ended before it, or there never was one.
    private boolean isForeign(int index) {
        Row row = rows.get(index);
        byte[] before = index == 0 ? Entry.nothingBefore() : rows.get(index - 1).mac;
        if (index + 1 < rows.size()) {
            return Arrays.equals(rows.get(index + 1).prev, before);
        }
        return headFits ? row.seq > head.seq() : rows.stream().noneMatch(one -> one.misfit == null);
    }

    // Two rows that are each genuine but do not follow each other come from two different times of the database.
    private void checkLinks() {
        for (int i = 1; i < rows.size(); i++) {
            Row row = rows.get(i);
            Row before = rows.get(i - 1);
            boolean genuine = row.misfit == null && before.misfit == null;
            if (genuine && row.seq == before.seq) {
                found(Finding.Kind.FOREIGN, row.seq, "entry", "同一序号重复出现");
            } else if (genuine && row.seq == before.seq + 1 && !Arrays.equals(row.prev, before.mac)) {
                found(Finding.Kind.RESTORED, before.seq, "entry", null);
            }
        }
    }

    private void checkPresence() {
        Set<Long> present = new TreeSet<>();
        rows.stream().filter(row -> !row.foreign).forEach(row -> present.add(row.place));
        long last = present.isEmpty() ? 0 : ((TreeSet<Long>) present).last();
        long bound = leaves.stream().mapToLong(Leaf::seq).max().orElse(0);
        long written = Math.max(bound, headFits ? head.seq() : 0);
        int missing = 0;
        for (long seq = 1; seq <= last && missing < MOST_MISSING; seq++) {
            if (!present.contains(seq)) {
                missing++;
                found(Finding.Kind.MISSING, seq, "entry", null);
            }
        }
        if (written > last) {
            // The head goes back with the rows when an old state is put in place of the present one.
            boolean headToo = headFits && head.seq() == last;
            Finding.Kind kind = headToo ? Finding.Kind.RESTORED : Finding.Kind.TRUNCATED;
            found(kind, last + 1, "entry", "应有 " + written + " 条，现有到第 " + last + " 条");
        }
    }

    private void checkHead() {
        if (head == null) {
            if (rows.stream().anyMatch(row -> !row.foreign) || !leaves.isEmpty()) {
                found(Finding.Kind.MISSING, 0, "head", null);
            }
            return;
        }
        if (!headFits) {
            found(Finding.Kind.ALTERED, head.seq(), "head", null);
            return;
        }
        for (Row row : rows) {
            if (row.misfit == null && row.seq == head.seq() && !Arrays.equals(row.mac, head.mac())) {
                found(Finding.Kind.RESTORED, row.seq, "head", null);
            }
            if (row.misfit == null && row.seq == head.seq() + 1) {
                found(Finding.Kind.RESTORED, head.seq(), "head", "之后还有记录");
            }
        }
    }

    private void checkLeaves() {
        if (leaves.isEmpty()) {
            return;
        }
        Map<Long, byte[]> macs = new HashMap<>();
        rows.stream().filter(row -> row.misfit == null).forEach(row -> macs.put(row.seq, row.mac));
        for (Leaf leaf : leaves) {
            byte[] mac = macs.get(leaf.seq());
            if (mac != null && !Arrays.equals(mac, leaf.mac())) {
                found(Finding.Kind.RESTORED, leaf.seq(), "entry", "与第 " + leaf.seal() + " 号封存不符");
            }
        }
    }
}
