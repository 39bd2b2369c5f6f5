package org.duban.petition;

import java.time.Instant;

/** A unit's findings and what it did; the head's decision is empty until taken. */
public record Report(
        long id,
        int attempt,
        String unit,
        Answer answer,
        String reportedBy,
        Instant reportedAt,
        Decision decision,
        String reason,
        String signedBy,
        Instant signedAt) {

    /** The head's decision. */
    public enum Decision {
        SIGNED("已审签"),
        RETURNED("退回修改");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
