package org.duban.round;

import java.time.Instant;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;

/**
 * A unit in a round.
 *
 * @param settledAt when it reported or was found silent; {@code settledBy} who reported, null for silence
 * @param items problems in its table, and how they were reported
 * @param chasedAt when it was last chased, or null; {@code chases} how often
 */
public record RoundUnit(
        UnitCode unit,
        UnitState state,
        Instant settledAt,
        Actor settledBy,
        int items,
        int done,
        int onSchedule,
        int behind,
        int standing,
        int changed,
        Instant chasedAt,
        int chases) {}
