package org.duban.round;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * A problem that a unit has to report on, as it stands when the round opens.
 *
 * @param leads whether the unit is its lead unit
 * @param planFrom the day its plan was accepted, or null
 * @param measures of the accepted plan
 */
public record OpenProblem(
        UnitCode unit,
        CaseNo no,
        int rectification,
        boolean leads,
        boolean standing,
        boolean rectified,
        LocalDate dueOn,
        LocalDate registeredOn,
        LocalDate planFrom,
        List<Measure> measures) {

    /** A measure of the plan and the unit that carries it out. */
    public record Measure(int seq, String unit, LocalDate dueOn) {}

    /** What should be done by that day, counted over the unit's own measures where it has some. */
    public PlannedProgress planned(LocalDate on) {
        if (standing) {
            return new PlannedProgress(null, List.of());
        }
        if (rectified) {
            return new PlannedProgress(100, List.of("已通过核查验收，应完成 100%"));
        }
        if (planFrom != null && !measures.isEmpty()) {
            List<Measure> own = measures.stream()
                    .filter(measure -> unit.value().equals(measure.unit()))
                    .toList();
            return PlannedProgress.of(
                    planFrom,
                    on,
                    (own.isEmpty() ? measures : own)
                            .stream()
                                    .map(measure -> new PlannedProgress.Part("措施 " + measure.seq(), measure.dueOn()))
                                    .toList());
        }
        return dueOn == null
                ? new PlannedProgress(null, List.of())
                : PlannedProgress.of(registeredOn, on, List.of(new PlannedProgress.Part("整改时限", dueOn)));
    }
}
