package org.duban.petition.repeat;

import java.time.Instant;
import org.duban.kernel.CaseNo;

/**
 * A struck-off problem of which a letter complains again, proposed to be looked at once more (回头看).
 *
 * @param decision null while nobody has decided
 */
public record LookBack(
        CaseNo problem,
        CaseNo letter,
        long cluster,
        Instant proposedAt,
        Decision decision,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    public enum Decision {
        ACCEPTED("lookBackAccepted", "已安排回头看"),
        DECLINED("lookBackDeclined", "不回头看");

        private final String word;
        private final String label;

        Decision(String word, String label) {
            this.word = word;
            this.label = label;
        }

        public String label() {
            return label;
        }

        String event() {
            return "petition." + word;
        }
    }
}
