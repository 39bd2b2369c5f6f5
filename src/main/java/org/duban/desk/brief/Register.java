package org.duban.desk.brief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The numbers of a round with the lists they were counted from. */
public record Register(Map<FigureKey, List<FigureLine>> lists) {

    public Register {
        lists = Map.copyOf(lists);
    }

    public List<FigureLine> list(FigureKey key) {
        return lists.getOrDefault(key, List.of());
    }

    public int value(FigureKey key) {
        return list(key).size();
    }

    /** The same for the same lists in the same order. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FigureKey key : FigureKey.values()) {
                digest.update((key + "\n").getBytes(StandardCharsets.UTF_8));
                list(key).forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
