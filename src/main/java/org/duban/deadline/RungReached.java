package org.duban.deadline;

import java.time.Instant;
import java.util.Set;
import org.duban.engine.Evaluation;

/**
 * What the watch did about one deadline at one moment, said once; published in lists inside the sweep's transaction.
 *
 * @param daysLeft calendar days to the due day, negative after it
 * @param tell whom to say it to, in the words of the decision table: 承办人, 负责人, 协调员, 领导
 * @param rule of the table, {@code decision} the table and version
 * @param clause what the rule says of itself
 * @param evaluation the question and the whole answer
 */
public record RungReached(
        LedgerEntry entry,
        SubjectFacts.Facts subject,
        int rung,
        int repetition,
        LadderAction action,
        int daysLeft,
        Set<String> tell,
        String rule,
        String decision,
        String clause,
        Evaluation evaluation,
        Instant at) {}
