package org.duban.petition;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal petitioners' identities (AES-256-GCM). The first seals, the others still open what was sealed with
 * them. Never in the database.
 */
public final class IdentityKeys {

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    private IdentityKeys(Map<String, SecretKeySpec> keys) {
        this.keys = keys;
    }

    /** Sealed content with the id of its key. */
    public record Sealed(String keyId, byte[] content) {}

    /**
     * @param lines one key a line, {@code id:Base64} of {@value #LENGTH} bytes; empty lines and those with # are passed over
     * @throws IllegalArgumentException when there is none, an id comes twice or a key is no key
     */
    public static IdentityKeys of(List<String> lines) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (String line : lines) {
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("#")) {
                continue;
            }
            int colon = plain.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a line has no id");
            }
            byte[] key = Base64.getDecoder().decode(plain.substring(colon + 1).strip());
            if (key.length != LENGTH) {
                throw new IllegalArgumentException("a key has " + key.length + " bytes");
            }
            if (keys.put(plain.substring(0, colon), new SecretKeySpec(key, "AES")) != null) {
                throw new IllegalArgumentException("an id comes twice");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return new IdentityKeys(keys);
    }

    /** @param label what the content belongs to; it opens with the same only */
    Sealed seal(byte[] content, byte[] label) {
        String id = keys.keySet().iterator().next();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(id), nonce, label).doFinal(content);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return new Sealed(id, both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
    }

    /** @throws IllegalStateException when the key is not there, or the content is not what was sealed */
    byte[] open(Sealed sealed, byte[] label) {
        SecretKeySpec key = keys.get(sealed.keyId());
        if (key == null) {
            throw new IllegalStateException("The identity was sealed with key '" + sealed.keyId()
                    + "', which the key file does not hold; add that line again");
        }
        byte[] nonce = Arrays.copyOf(sealed.content(), NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, label)
                    .doFinal(sealed.content(), NONCE, sealed.content().length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealed identity was altered, or belongs to another letter", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] label)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label);
        return cipher;
    }
}
