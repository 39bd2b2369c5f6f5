package org.duban.deadline.request;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.UnitCode;

/**
 * What is asked for: another last day, how long the clock shall stand still, or other units.
 *
 * @param day new last day, or last day of standing still; null for a reassignment
 * @param leadUnit suggested lead unit; null otherwise
 * @param responsibleUnits suggested responsible units; empty to keep them, the old lead unit replaced by the new
 */
public record Wish(LocalDate day, UnitCode leadUnit, List<UnitCode> responsibleUnits) {

    public Wish {
        responsibleUnits = List.copyOf(responsibleUnits);
    }

    public static Wish until(LocalDate day) {
        return new Wish(day, null, List.of());
    }

    public static Wish handOver(UnitCode leadUnit, List<UnitCode> responsibleUnits) {
        return new Wish(null, leadUnit, responsibleUnits);
    }
}
