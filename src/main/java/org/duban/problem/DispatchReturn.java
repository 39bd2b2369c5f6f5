package org.duban.problem;

import java.time.Instant;

/** A dispatch handed back (退单), and what was decided about it. Units are codes. */
public record DispatchReturn(
        long id,
        String unit,
        ReturnReason reasonCode,
        String reason,
        String suggestedUnit,
        String returnedBy,
        Instant returnedAt,
        Decision decision,
        String newUnit,
        String answer,
        String decidedBy,
        Instant decidedAt) {

    /** What became of it. */
    public enum Decision {
        KEPT,
        REASSIGNED,
        DECIDED_BY_LEADER
    }
}
