package org.duban.deadline;

import org.duban.engine.Evaluation;

/**
 * What a period is and where it comes from: the row of the decision table {@code DeadlineRule} that matched.
 *
 * @param code the model element it belongs to ({@code UserTask_SignFor}) or its own name ({@code publicNotice})
 * @param subjectDate the due date of the case itself comes first; the period serves cases that have none
 * @param clause the rule's source or reason in Chinese, shown with every date it yields
 * @param version table and version it was read from, {@code DeadlineRule:3}
 * @param evaluation the question and the whole answer it was read from
 */
public record DeadlineRule(
        String code,
        String name,
        Period period,
        boolean subjectDate,
        String clause,
        String version,
        Evaluation evaluation) {}
