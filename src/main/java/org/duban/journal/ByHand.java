package org.duban.journal;

import java.time.Instant;

/** Which manual interventions; what is null is not asked for. */
public record ByHand(String actor, String chain, Instant from, Instant until) {

    /** Where a page of them ended. */
    public record Place(Instant at, String chain, long seq) {}
}
