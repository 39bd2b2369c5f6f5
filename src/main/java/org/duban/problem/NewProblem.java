package org.duban.problem;

import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * A problem as a list or a form brings it. Everything but source, title and description may be missing; without lead
 * unit, supervising unit or deadline the problem waits in 确认交办.
 */
public record NewProblem(
        String source,
        String listRegion,
        String listSerial,
        String listName,
        String title,
        String description,
        List<String> pollutionTypes,
        String site,
        Risk risk,
        UnitCode leadUnit,
        List<UnitCode> responsibleUnits,
        UnitCode supervisingUnit,
        Deadline deadline,
        String goal,
        String measuresText) {

    public NewProblem {
        pollutionTypes = pollutionTypes == null ? List.of() : List.copyOf(pollutionTypes);
        responsibleUnits = responsibleUnits == null ? List.of() : List.copyOf(responsibleUnits);
    }

    /** The key it is known by in its list, or null when it came by form. */
    public ListKey key() {
        return listSerial == null ? null : new ListKey(source, listRegion, listSerial);
    }
}
