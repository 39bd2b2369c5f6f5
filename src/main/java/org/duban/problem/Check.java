package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A check by somebody else than the unit: at county level, by the supervising department, the leader, on look-back. */
public record Check(
        long id,
        int rectification,
        int attempt,
        Stage stage,
        boolean passed,
        String opinion,
        LocalDate visitedOn,
        String visitors,
        Map<Criterion, Finding> criteria,
        String checkedBy,
        Instant checkedAt) {

    /** Which check. */
    public enum Stage {
        PRELIMINARY("初验"),
        VERIFICATION("核查验收"),
        STRIKE_OFF("销号审批"),
        LOOK_BACK("回头看"),
        STANDING("坚持情况评估");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether one criterion is met, and if not, why. */
    public record Finding(boolean met, String reason) {}
}
