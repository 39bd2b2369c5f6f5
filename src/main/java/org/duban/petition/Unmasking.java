package org.duban.petition;

import java.time.Instant;

/** One look at who wrote a letter: which, why, by whom, when. */
public record Unmasking(
        long id, String no, String purpose, String actor, String actorName, String onBehalfOf, Instant at) {}
