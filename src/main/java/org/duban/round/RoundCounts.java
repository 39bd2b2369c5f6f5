package org.duban.round;

import java.util.List;

/** A round in numbers. */
public record RoundCounts(
        int units,
        int open,
        int reported,
        int late,
        int silent,
        int items,
        int done,
        int onSchedule,
        int behind,
        int standing) {

    public static RoundCounts of(List<RoundUnit> units) {
        int[] states = new int[UnitState.values().length];
        units.forEach(unit -> states[unit.state().ordinal()]++);
        return new RoundCounts(
                units.size(),
                states[UnitState.OPEN.ordinal()],
                states[UnitState.REPORTED.ordinal()],
                states[UnitState.LATE.ordinal()],
                states[UnitState.SILENT.ordinal()],
                units.stream().mapToInt(RoundUnit::items).sum(),
                units.stream().mapToInt(RoundUnit::done).sum(),
                units.stream().mapToInt(RoundUnit::onSchedule).sum(),
                units.stream().mapToInt(RoundUnit::behind).sum(),
                units.stream().mapToInt(RoundUnit::standing).sum());
    }

    /** Units that have handed in, in time or late. */
    public int handedIn() {
        return reported + late;
    }
}
