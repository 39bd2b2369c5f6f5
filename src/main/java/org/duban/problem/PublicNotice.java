package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The public notice before striking off; closed when its period is over or an objection is upheld. */
public record PublicNotice(
        long id,
        int rectification,
        int attempt,
        LocalDate startsOn,
        LocalDate endsOn,
        int days,
        String unitOfCounting,
        String firstDay,
        Instant openedAt,
        Instant closedAt,
        List<Objection> objections) {

    public boolean open() {
        return closedAt == null;
    }

    /** An objection from the public; {@code upheld} is null until it is answered. */
    public record Objection(
            long id,
            LocalDate receivedOn,
            String channel,
            String text,
            Boolean upheld,
            String answer,
            String answeredBy,
            Instant answeredAt) {

        public boolean open() {
            return answeredAt == null;
        }
    }
}
