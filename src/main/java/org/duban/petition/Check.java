package org.duban.petition;

import java.time.Instant;
import java.time.LocalDate;

/** What somebody else than the unit said: the reviewer, the follow-up, the petitioner asked again, the leader. */
public record Check(
        long id,
        int attempt,
        Stage stage,
        String result,
        String opinion,
        LocalDate onDay,
        String checkedBy,
        Instant checkedAt) {

    /** Which check. */
    public enum Stage {
        REVIEW("材料审核"),
        FOLLOW_UP("跟踪"),
        CALL_BACK("回访"),
        LEADER("领导包案");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
