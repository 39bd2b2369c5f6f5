package org.duban.journal.offline;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The secret keys, as a key file holds them: one per line, {@code id:base64}; the first signs, the others only check
 * what they once signed. Empty lines and lines beginning with {@code #} are left out.
 */
public final class KeyRing {

    /** Shortest key taken, in bytes: as long as what it signs with. */
    public static final int SHORTEST = 32;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Map<String, byte[]> keys;
    private final String signing;
    private final Algorithm algorithm;

    private KeyRing(Map<String, byte[]> keys, String signing, Algorithm algorithm) {
        this.keys = keys;
        this.signing = signing;
        this.algorithm = algorithm;
    }

    /** @throws IllegalArgumentException when the lines hold no key, or a bad one; names the line, never the key */
    public static KeyRing of(List<String> lines, Algorithm algorithm) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String id = colon < 0 ? "" : line.substring(0, colon).strip();
            byte[] key = colon < 0 ? null : decoded(line.substring(colon + 1).strip());
            if (!ID.matcher(id).matches()
                    || key == null
                    || key.length < SHORTEST
                    || keys.putIfAbsent(id, key) != null) {
                throw new IllegalArgumentException("line " + (i + 1));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return new KeyRing(keys, keys.keySet().iterator().next(), algorithm);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Id of the key that signs. */
    public String signing() {
        return signing;
    }

    /** How what is written now is signed. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** A signer of one's own: it is stateful and belongs to one thread. */
    public Signer signer() {
        return new Signer(keys);
    }
}
