package org.duban.deadline;

import java.time.LocalDate;
import java.util.List;

/**
 * The last day of a period and how it was found.
 *
 * @param trace every day from the start to {@link #due()}, in order
 * @param provisional the count touched a year whose holidays are not loaded, so the date may still move
 */
public record DueDate(LocalDate due, List<DayTrace> trace, boolean provisional) {

    public DueDate {
        trace = List.copyOf(trace);
    }

    /** The count as a clerk reads it, one line for each run of days that were treated alike. */
    public List<String> explain() {
        return TraceLines.of(this);
    }
}
