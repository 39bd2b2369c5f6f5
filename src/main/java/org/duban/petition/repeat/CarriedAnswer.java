package org.duban.petition.repeat;

import java.time.Instant;
import org.duban.kernel.CaseNo;
import org.duban.petition.Outcome;
import org.duban.petition.Verdict;

/** The answer of one letter as proposed for another of its cluster; from there on each is worded for itself. */
public record CarriedAnswer(
        CaseNo no,
        CaseNo from,
        long cluster,
        Verdict verdict,
        Outcome outcome,
        String findings,
        String handling,
        String goal,
        String accountability,
        Instant carriedAt,
        Instant editedAt,
        String editedBy) {

    public boolean edited() {
        return editedAt != null;
    }
}
