package org.duban.desk.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.CardState;

/**
 * An issued card as the list reads it.
 *
 * @param papers numbers of its notices, the yellow one before the red one
 * @param turned yellow turned red
 * @param points what was deducted for it and still holds; null where nothing was
 * @param micros when it was issued, since 1970, for the cursor
 */
public record CardListRow(
        String no,
        String subject,
        String title,
        String unit,
        CardCause cause,
        CardState state,
        CardColour colour,
        boolean turned,
        LocalDate replyDueOn,
        Instant issuedAt,
        Instant closedAt,
        String papers,
        Integer points,
        long micros) {

    public String cursor() {
        return micros + "-" + no;
    }
}
