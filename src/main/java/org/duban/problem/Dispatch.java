package org.duban.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.kernel.UnitCode;

/** Who has to do it by when; parts may be null until the dispatch is confirmed. */
public record Dispatch(
        UnitCode leadUnit, List<UnitCode> responsibleUnits, UnitCode supervisingUnit, Deadline deadline) {

    public Dispatch {
        responsibleUnits = List.copyOf(new LinkedHashSet<>(responsibleUnits));
    }

    static Dispatch of(NewProblem problem) {
        return new Dispatch(
                problem.leadUnit(), problem.responsibleUnits(), problem.supervisingUnit(), problem.deadline());
    }

    /** Whether nothing is left for the coordinator to fill in. */
    public boolean complete() {
        return leadUnit != null && supervisingUnit != null && deadline != null && deadline.complete();
    }

    /** The units that rectify: those named, or else the lead unit alone. */
    public List<UnitCode> rectifyingUnits() {
        return responsibleUnits.isEmpty() && leadUnit != null ? List.of(leadUnit) : responsibleUnits;
    }

    /** Every unit that may see the problem. */
    public Set<UnitCode> concerned() {
        Set<UnitCode> units = new LinkedHashSet<>(responsibleUnits);
        if (leadUnit != null) {
            units.add(leadUnit);
        }
        if (supervisingUnit != null) {
            units.add(supervisingUnit);
        }
        return units;
    }

    /** To another lead unit. The old one leaves the responsible units too, unless new ones are named. */
    Dispatch to(UnitCode newLead, List<UnitCode> newResponsible) {
        List<UnitCode> responsible = newResponsible;
        if (responsible.isEmpty()) {
            responsible = responsibleUnits.stream()
                    .map(unit -> unit.equals(leadUnit) ? newLead : unit)
                    .toList();
        }
        return new Dispatch(newLead, responsible, supervisingUnit, deadline);
    }

    Dispatch with(Deadline other) {
        return new Dispatch(leadUnit, responsibleUnits, supervisingUnit, other);
    }
}
