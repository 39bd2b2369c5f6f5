package org.duban.card;

import java.time.Instant;
import org.duban.kernel.Actor;

/** Who did something when. */
public record Stamp(Actor by, Instant at) {

    /** Whether that person, or somebody acting for that person, is the one who acted here. */
    boolean isOf(Actor other) {
        return by.username().equals(other.username())
                || by.username().equals(other.onBehalfOf())
                || other.username().equals(by.onBehalfOf());
    }
}
