package org.duban.journal.offline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** How the record is proved: the keyed hash of entries, heads and seals, and the plain hash of a seal's tree. */
public enum Algorithm {
    HMAC_SHA_256("HMAC-SHA-256"),
    HMAC_SM3("HMAC-SM3");

    private final String label;

    Algorithm(String label) {
        this.label = label;
    }

    /** The name written into every entry. */
    public String label() {
        return label;
    }

    public static Optional<Algorithm> of(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label.equalsIgnoreCase(label))
                .findFirst();
    }

    /** A hash of one's own; it is stateful and must not be shared. */
    public MessageDigest hash() {
        if (this == HMAC_SM3) {
            return new Sm3();
        }
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
