package org.duban.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * One row of a unit's table, read whole: the problem, what was due, what was said last, and what is said now.
 *
 * @param deadline the problem's limit in words
 * @param planned percent due when the round opened, or null; {@code plannedBasis} how it was counted
 * @param last what was said before this round; null when nothing was
 * @param said what is said in this round, with what did not change carried over; null until the unit reports
 * @param nextReviewOn next review of a standing problem, or null
 * @param struckOff struck off since the round opened, so that nothing needs to be typed
 * @param frozen whether its round is frozen
 */
public record RoundItem(
        CaseNo round,
        UnitCode unit,
        int seq,
        CaseNo problem,
        String title,
        String source,
        String deadline,
        LocalDate dueOn,
        String state,
        boolean leads,
        boolean standing,
        boolean struckOff,
        boolean frozen,
        LocalDate nextReviewOn,
        Integer planned,
        List<String> plannedBasis,
        Last last,
        Said said) {

    /** The last thing the unit said about it, and in which month the text was written. */
    public record Last(YearMonth month, String text, Integer actual, ItemStatus status, String issue) {}

    /** What is said in this round; {@code textOf} is the month the text was written in. */
    public record Said(
            boolean unchanged, YearMonth textOf, String text, Integer actual, ItemStatus status, String issue) {}

    /** The month of the round. */
    public YearMonth month() {
        return Round.monthOf(round.value());
    }

    /** Whether the unit chose another status than the numbers say. */
    public boolean statusChosen() {
        return said != null
                && said.actual() != null
                && !standing
                && said.status() != ItemStatus.of(planned, said.actual());
    }
}
