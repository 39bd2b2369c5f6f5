package org.duban.petition;

import java.time.Instant;

/** A share handed back (退单), and what was decided about it. Units are codes. */
public record ShareReturn(
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
        KEPT("维持原转办"),
        REASSIGNED("改派"),
        DECIDED_BY_LEADER("领导指定"),
        DECLINED("不予受理或转送");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
