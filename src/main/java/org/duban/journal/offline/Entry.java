package org.duban.journal.offline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One row of the record: what one transaction did to one case. Its keyed hash covers every other column, the hash of the
 * entry before included.
 *
 * @param chain case number; for work outside any case the key of the process, or {@code engine}
 * @param seq place in the chain, from 1 without a gap
 * @param at the office's time, to the microsecond
 * @param actor account of the real person, {@code system} for timers
 * @param onBehalfOf account of the absent colleague a substitute acted for, or null
 * @param channel by which way it came in: tasklist, cockpit, engine-rest, api, desk, background
 * @param node the computer that wrote it
 * @param intervention true when somebody reached into the engine by hand
 * @param body canonical JSON in UTF-8
 * @param prev keyed hash of the entry before, zeros for the first
 */
public record Entry(
        String chain,
        long seq,
        Instant at,
        String actor,
        String actorName,
        String onBehalfOf,
        String channel,
        String node,
        boolean intervention,
        byte[] body,
        byte[] prev,
        byte[] mac,
        String algorithm,
        String keyId) {

    /** What the first entry of a chain names as the one before. */
    public static byte[] nothingBefore() {
        return new byte[32];
    }

    /** The same, signed as it stands. */
    public Entry signed(Signer signer) {
        return new Entry(
                chain,
                seq,
                at,
                actor,
                actorName,
                onBehalfOf,
                channel,
                node,
                intervention,
                body,
                prev,
                sign(signer, seq),
                algorithm,
                keyId);
    }

    /** The keyed hash it would carry at that place; null when its key or algorithm is not known. */
    byte[] sign(Signer signer, long place) {
        return signer.sign(algorithm, keyId, fields -> fields.text("duban-entry-1")
                .text(chain)
                .number(place)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .text(actor)
                .text(actorName)
                .text(onBehalfOf)
                .text(channel)
                .text(node)
                .number(intervention ? 1 : 0)
                .bytes(body)
                .bytes(prev)
                .text(algorithm)
                .text(keyId));
    }
}
