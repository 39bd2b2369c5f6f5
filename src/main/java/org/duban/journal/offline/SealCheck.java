package org.duban.journal.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks the chain of seals, in the order of their numbers, and the tree under the last one. */
public final class SealCheck {

    private final Signer signer;
    private final List<Finding> findings = new ArrayList<>();
    private Seal last;
    private MerkleTree tree;
    private long named;

    public SealCheck(Signer signer) {
        this.signer = signer;
    }

    public void seal(Seal seal) {
        long expected = last == null ? 1 : last.no() + 1;
        for (long no = expected; no < seal.no() && no < expected + 100; no++) {
            found(Finding.Kind.MISSING, no);
        }
        boolean fits = Arrays.equals(seal.mac(), seal.sign(signer));
        byte[] before = last == null ? Entry.nothingBefore() : last.mac();
        if (!fits) {
            found(Finding.Kind.ALTERED, seal.no());
        } else if (seal.no() == expected && !Arrays.equals(seal.prev(), before)) {
            found(Finding.Kind.RESTORED, expected - 1);
        }
        last = seal;
        tree = new MerkleTree(Algorithm.of(seal.algorithm()).orElse(Algorithm.HMAC_SHA_256));
    }

    /** The last seal, null before the first. */
    public Seal last() {
        return last;
    }

    /** Hears that a chain was bound by the seal of that number, which must be there. */
    public void named(long no) {
        named = Math.max(named, no);
    }

    /** The newest leaf of the next chain, in order of the names; only after the last seal. */
    public void leaf(Leaf leaf) {
        if (last != null) {
            tree.add(MerkleTree.leaf(algorithm(), leaf.chain(), leaf.seq(), leaf.mac()));
        }
    }

    /** Compares what all chains' leaves give with what the last seal bound. */
    public void compareRoot() {
        if (last != null && (tree.leaves() != last.chains() || !Arrays.equals(tree.root(), last.root()))) {
            found(Finding.Kind.ALTERED, last.no(), "各案链头与封存时不符");
        }
    }

    /** The same for one chain alone, by the path that leads from it to the root. */
    public void comparePath(Leaf leaf, long index, List<byte[]> path) {
        byte[] hash = MerkleTree.leaf(algorithm(), leaf.chain(), leaf.seq(), leaf.mac());
        byte[] root = last == null ? null : MerkleTree.rootOf(algorithm(), hash, index, last.chains(), path);
        if (root == null || !Arrays.equals(root, last.root())) {
            findings.add(
                    new Finding(Finding.Kind.ALTERED, leaf.chain(), last == null ? 0 : last.no(), "seal", "链头与封存时不符"));
        }
    }

    /** Compares a seal kept elsewhere with the one of that number, null when it is gone. */
    public void kept(Seal kept, Seal here) {
        if (here == null) {
            found(Finding.Kind.MISSING, kept.no(), "库外留存的封存在库中没有");
        } else if (!Arrays.equals(kept.mac(), here.mac())) {
            found(Finding.Kind.ALTERED, kept.no(), "与库外留存的封存不符");
        }
    }

    /** What was found; ask once, at the end. */
    public List<Finding> finish() {
        long there = last == null ? 0 : last.no();
        if (named > there) {
            found(Finding.Kind.MISSING, there + 1);
        }
        return findings;
    }

    private Algorithm algorithm() {
        return Algorithm.of(last.algorithm()).orElse(Algorithm.HMAC_SHA_256);
    }

    private void found(Finding.Kind kind, long no) {
        found(kind, no, null);
    }

    private void found(Finding.Kind kind, long no, String detail) {
        findings.add(new Finding(kind, null, no, "seal", detail));
    }
}
