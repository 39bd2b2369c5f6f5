package org.duban.organisation;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * A unit that work is handed to. Validity is from {@code validFrom} to the day before {@code validTo} (null: until
 * further notice); a merged unit keeps its row, so that old cases keep its name.
 *
 * @param divisionCode GB/T 2260 code, or null for functional zones and departments
 * @param aliases other names in official papers
 */
public record Unit(
        UnitCode code,
        String name,
        String shortName,
        UnitKind kind,
        String divisionCode,
        UnitCode parent,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> aliases) {

    /** True when work may be handed to the unit on that day. */
    public boolean workable(LocalDate day) {
        return kind != UnitKind.CITY && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
