package org.duban.journal.offline;

import java.util.Arrays;
import java.util.Base64;

/** Keys for tests. */
public final class Keys {

    private Keys() {}

    /** A line of a key file; the id decides the key. */
    public static String line(String id) {
        byte[] key = new byte[KeyRing.SHORTEST];
        Arrays.fill(key, (byte) id.hashCode());
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }

    public static KeyRing ring(Algorithm algorithm, String... ids) {
        return KeyRing.of(Arrays.stream(ids).map(Keys::line).toList(), algorithm);
    }
}
