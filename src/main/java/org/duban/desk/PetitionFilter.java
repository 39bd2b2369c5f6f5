package org.duban.desk;

import java.util.List;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionState;

/**
 * Which letters a list shows; null or empty parts do not narrow it.
 *
 * @param terms what must occur in number, title, text, place or firm, each of them
 * @param unit a unit with a share
 * @param everyDay true: only letters of no inspection, false: only those of one
 */
public record PetitionFilter(
        List<String> terms,
        UnitCode unit,
        List<PetitionState> states,
        Boolean overdue,
        Integer dueWithin,
        Boolean everyDay) {

    PetitionFilter everyState() {
        return new PetitionFilter(terms, unit, List.of(), null, null, everyDay);
    }

    PetitionFilter onlyOverdue() {
        return new PetitionFilter(terms, unit, List.of(), true, null, everyDay);
    }
}
