package org.duban.journal.offline;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Root over leaves that come one by one, and the path that proves one of them, as in RFC 6962. Holds as many hashes as
 * the tree is high.
 */
public final class MerkleTree {

    private final MessageDigest hash;
    // Roots of full subtrees, the largest first, with their sizes.
    private final List<byte[]> roots = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private long leaves;

    public MerkleTree(Algorithm algorithm) {
        this.hash = algorithm.hash();
    }

    /** Hash of one leaf. */
    public static byte[] leaf(Algorithm algorithm, String chain, long seq, byte[] mac) {
        Signer fields = new Signer(Map.of());
        return fields.text(chain).number(seq).bytes(mac).hashed(algorithm.hash(), (byte) 0);
    }

    public void add(byte[] leaf) {
        byte[] root = leaf;
        long size = 1;
        while (!roots.isEmpty() && sizes.get(sizes.size() - 1) == size) {
            root = node(hash, roots.remove(roots.size() - 1), root);
            size += sizes.remove(sizes.size() - 1);
        }
        roots.add(root);
        sizes.add(size);
        leaves++;
    }

    public long leaves() {
        return leaves;
    }

    public byte[] root() {
        if (roots.isEmpty()) {
            return hash.digest();
        }
        byte[] root = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = node(hash, roots.get(i), root);
        }
        return root;
    }

    static byte[] node(MessageDigest hash, byte[] left, byte[] right) {
        hash.update((byte) 1);
        hash.update(left);
        return hash.digest(right);
    }

    /** The hashes that lead from the leaf at {@code index} to the root. */
    public static List<byte[]> path(Algorithm algorithm, List<byte[]> leaves, int index) {
        return paths(algorithm, leaves, List.of(index)).get(0);
    }

    /** The same for several leaves: level by level, each hash of the tree made once however many ask. */
    public static List<List<byte[]>> paths(Algorithm algorithm, List<byte[]> leaves, List<Integer> indexes) {
        MessageDigest hash = algorithm.hash();
        List<List<byte[]>> paths = indexes.stream()
                .map(index -> (List<byte[]>) new ArrayList<byte[]>())
                .toList();
        int[] at = indexes.stream().mapToInt(Integer::intValue).toArray();
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            for (int i = 0; i < at.length; i++) {
                int beside = at[i] ^ 1;
                // The last of an odd number has nothing beside it and goes up as it is.
                if (beside < level.size()) {
                    paths.get(i).add(level.get(beside));
                }
                at[i] >>= 1;
            }
            level = above(hash, level);
        }
        return paths;
    }

    private static List<byte[]> above(MessageDigest hash, List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(hash, level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    /** The root the path leads to; null when it does not fit a tree of that size. */
    public static byte[] rootOf(Algorithm algorithm, byte[] leaf, long index, long size, List<byte[]> path) {
        MessageDigest hash = algorithm.hash();
        List<Boolean> rightOf = new ArrayList<>();
        long at = index;
        long from = size;
        while (from > 1) {
            long split = Long.highestOneBit(from - 1);
            boolean right = at >= split;
            rightOf.add(0, right);
            at = right ? at - split : at;
            from = right ? from - split : split;
        }
        if (index < 0 || index >= size || rightOf.size() != path.size()) {
            return null;
        }
        byte[] root = leaf;
        for (int i = 0; i < path.size(); i++) {
            root = rightOf.get(i) ? node(hash, path.get(i), root) : node(hash, root, path.get(i));
        }
        return root;
    }
}
