package org.duban.notice.service;

import java.time.Instant;
import org.duban.kernel.UnitCode;

/**
 * Where a unit takes papers besides its inbox.
 *
 * @param mail address, or null
 * @param webhook address of the unit's own system, or null
 * @param secret what its deliveries are signed with; null without a webhook
 */
public record UnitChannels(
        UnitCode unit, String mail, String webhook, String secret, Instant changedAt, String changedBy) {

    static UnitChannels none(UnitCode unit) {
        return new UnitChannels(unit, null, null, null, null, null);
    }

    boolean takes(Channel channel) {
        return switch (channel) {
            case INBOX -> true;
            case MAIL -> mail != null;
            case WEBHOOK -> webhook != null;
            case HAND -> false;
        };
    }

    @Override
    public String toString() {
        return "UnitChannels[" + unit + "]";
    }
}
