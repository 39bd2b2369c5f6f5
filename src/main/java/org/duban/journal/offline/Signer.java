package org.duban.journal.offline;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes keyed hashes over fields. Each field goes in with its length before it, so that no two different rows give
 * the same bytes. Belongs to one thread.
 */
public final class Signer {

    private interface Keyed {

        void update(byte[] bytes, int length);

        byte[] end();
    }

    private final Map<String, byte[]> keys;
    private final Map<String, Keyed> ready = new HashMap<>();
    private byte[] buffer = new byte[512];
    private int filled;

    Signer(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /** The keyed hash, or null when the key or the algorithm is not known. */
    byte[] sign(String algorithm, String key, Fields fields) {
        Keyed keyed = ready.computeIfAbsent(algorithm + '/' + key, name -> keyed(algorithm, key));
        if (keyed == null) {
            return null;
        }
        filled = 0;
        fields.into(this);
        keyed.update(buffer, filled);
        return keyed.end();
    }

    interface Fields {
        void into(Signer signer);
    }

    Signer text(String text) {
        return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    Signer number(long number) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[filled++] = (byte) (number >>> shift);
        }
        return this;
    }

    Signer bytes(byte[] bytes) {
        int length = bytes == null ? -1 : bytes.length;
        room(4 + Math.max(0, length));
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[filled++] = (byte) (length >>> shift);
        }
        if (bytes != null) {
            System.arraycopy(bytes, 0, buffer, filled, length);
            filled += length;
        }
        return this;
    }

    /** Plain hash of the fields, with a mark before them that tells what they are. */
    byte[] hashed(MessageDigest hash, byte mark) {
        hash.update(mark);
        hash.update(buffer, 0, filled);
        filled = 0;
        return hash.digest();
    }

    private void room(int more) {
        if (filled + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + more));
        }
    }

    private Keyed keyed(String algorithm, String id) {
        byte[] key = keys.get(id);
        if (key == null) {
            return null;
        }
        return Algorithm.of(algorithm)
                .map(known -> known == Algorithm.HMAC_SM3 ? sm3(key) : sha256(key))
                .orElse(null);
    }

    private static Keyed sha256(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new Keyed() {
                @Override
                public void update(byte[] bytes, int length) {
                    mac.update(bytes, 0, length);
                }

                @Override
                public byte[] end() {
                    return mac.doFinal();
                }
            };
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    // HMAC of RFC 2104 around a hash Java has no HMAC for.
    private static Keyed sm3(byte[] key) {
        byte[] inner = new byte[Sm3.BLOCK];
        byte[] given = key.length > Sm3.BLOCK ? new Sm3().digest(key) : key;
        System.arraycopy(given, 0, inner, 0, given.length);
        byte[] outer = inner.clone();
        for (int i = 0; i < Sm3.BLOCK; i++) {
            inner[i] ^= 0x36;
            outer[i] ^= 0x5c;
        }
        MessageDigest hash = new Sm3();
        hash.update(inner);
        return new Keyed() {
            @Override
            public void update(byte[] bytes, int length) {
                hash.update(bytes, 0, length);
            }

            @Override
            public byte[] end() {
                byte[] within = hash.digest();
                hash.update(outer);
                byte[] mac = hash.digest(within);
                hash.update(inner);
                return mac;
            }
        };
    }
}
