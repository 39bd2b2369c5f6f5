package org.duban.petition.repeat;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.CaseNo;

/** Two letters that may be about the same matter; {@code no} is the one with the greater number. */
public record Pair(
        CaseNo no,
        CaseNo other,
        int score,
        int similarity,
        List<String> reasons,
        Instant foundAt,
        PairState state,
        String decidedBy,
        Instant decidedAt,
        String reason) {

    /** The same whichever is named first. */
    static Pair proposed(CaseNo one, CaseNo other, Likeness likeness, Instant at) {
        boolean ordered = one.value().compareTo(other.value()) > 0;
        return new Pair(
                ordered ? one : other,
                ordered ? other : one,
                likeness.score(),
                likeness.similarity(),
                likeness.reasons(),
                at,
                PairState.PROPOSED,
                null,
                null,
                null);
    }
}
