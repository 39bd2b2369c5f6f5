package org.duban.notice.service;

import java.time.Instant;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;

/**
 * One paper on its way to one unit by one channel.
 *
 * @param copy true for a unit that gets a copy only
 * @param sentTo the address it went to; null for the inbox and before it left
 * @param result what became of the last attempt, in words
 * @param byHand name of whoever noted a service by hand; otherwise null
 * @param receipt who of the unit signed for the paper first, whatever the channel; null while nobody has
 */
public record Delivery(
        long id,
        long paperId,
        UnitCode unit,
        boolean copy,
        Channel channel,
        DeliveryState state,
        Instant createdAt,
        int attempts,
        Instant triedAt,
        Instant sentAt,
        String sentTo,
        String result,
        String byHand,
        Receipt receipt) {

    /** The signature for a paper. */
    public record Receipt(Instant at, Actor by) {}

    public boolean open() {
        return state == DeliveryState.WAITING || state == DeliveryState.FAILED;
    }
}
