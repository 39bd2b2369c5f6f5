package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A unit's report: that the work is done, or how a standing duty is kept. The head's decision is empty until taken. */
public record Report(
        long id,
        int rectification,
        int attempt,
        String unit,
        Kind kind,
        String text,
        LocalDate completedOn,
        Map<Criterion, Statement> criteria,
        String reportedBy,
        Instant reportedAt,
        Decision decision,
        String reason,
        String signedBy,
        Instant signedAt) {

    /** What is reported. */
    public enum Kind {
        DONE,
        STANDING
    }

    /** The head's decision. */
    public enum Decision {
        SIGNED,
        RETURNED
    }

    /** What the unit says under one criterion. */
    public record Statement(String text) {}
}
