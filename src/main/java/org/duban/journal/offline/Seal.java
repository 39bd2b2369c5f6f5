package org.duban.journal.offline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Binds the heads of all chains at one moment, and with the seal before it every earlier seal.
 *
 * @param no from 1 without a gap
 * @param slot the period it stands for, such as {@code 2026-03-02}; each is sealed once
 * @param chains how many heads it binds
 * @param root root of the tree over all heads, in order of their names
 * @param prev keyed hash of the seal before, zeros for the first
 */
public record Seal(
        long no,
        String slot,
        Instant at,
        String sealedBy,
        long chains,
        byte[] root,
        byte[] prev,
        byte[] mac,
        String algorithm,
        String keyId) {

    public Seal signed(Signer signer) {
        return new Seal(no, slot, at, sealedBy, chains, root, prev, sign(signer), algorithm, keyId);
    }

    byte[] sign(Signer signer) {
        return signer.sign(algorithm, keyId, fields -> fields.text("duban-seal-1")
                .number(no)
                .text(slot)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .text(sealedBy)
                .number(chains)
                .bytes(root)
                .bytes(prev)
                .text(algorithm)
                .text(keyId));
    }
}
