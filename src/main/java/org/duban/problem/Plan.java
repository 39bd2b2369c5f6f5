package org.duban.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One revision of the rectification plan (一题一策), with the coordinator's decision once there is one. */
public record Plan(
        int rectification,
        int revision,
        String goal,
        String contact,
        String phone,
        String submittedBy,
        Instant submittedAt,
        Decision decision,
        String reason,
        String decidedBy,
        Instant decidedAt,
        List<Measure> measures) {

    /** What became of the plan. */
    public enum Decision {
        ACCEPTED,
        RETURNED
    }

    /** A measure with its own last day; {@code unit} is the code of the unit that carries it out. */
    public record Measure(
            int seq, String text, LocalDate dueOn, String responsiblePerson, String unit, LocalDate doneOn) {}
}
