package org.duban.journal;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;

/**
 * Somebody took data out or looked at what is not everybody's: it concerns many cases or none, so it stands on a chain
 * of its own and not on each of them. Published inside the transaction that stores it.
 */
public record AccessFact(String type, Instant at, Actor by, Map<String, Object> data) {

    /** The chain of exports, of readings by those who see everything, and of samples. */
    public static final String CHAIN = "access";
}
