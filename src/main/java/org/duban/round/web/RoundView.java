package org.duban.round.web;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.round.Round;
import org.duban.round.RoundCounts;
import org.duban.round.RoundItem;
import org.duban.round.UnitState;

/**
 * The page of one round.
 *
 * @param behind what was reported behind schedule, the first rows; {@code behindTwice} the numbers among them that were
 *     so last time too
 * @param chosen the unit whose table is shown, or null
 * @param acts whether the reader may chase and freeze now
 */
record RoundView(
        Round round,
        RoundCounts counts,
        List<Line> units,
        List<Behind> behind,
        List<String> behindTwice,
        Table chosen,
        boolean acts) {

    /** A unit with its name. */
    record Line(
            String code,
            String name,
            UnitState state,
            Instant settledAt,
            Actor settledBy,
            int items,
            int changed,
            int done,
            int onSchedule,
            int behind,
            int standing,
            Instant chasedAt,
            int chases) {}

    record Behind(String unit, RoundItem item) {}

    /** What one unit has to report or wrote. */
    record Table(String code, String unit, List<RoundItem> items) {}

    /** Units still to be chased. */
    public long silentUnits() {
        return units.stream().filter(unit -> unit.state() == UnitState.OPEN).count();
    }
}
