package org.duban.journal;

import java.util.List;
import org.duban.journal.offline.Finding;

/** What a check of the record came to. */
public record CheckResult(long entries, List<Finding> findings) {

    public boolean intact() {
        return findings.isEmpty();
    }

    /** {@code intact} or {@code broken}. */
    public String verdict() {
        return intact() ? "intact" : "broken";
    }
}
