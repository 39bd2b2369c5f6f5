package org.duban.desk;

import java.time.LocalDate;
import java.util.List;
import org.duban.deadline.LadderStep;
import org.duban.deadline.LedgerEntry;
import org.duban.problem.ProblemFile;
import org.duban.round.RoundItem;

/**
 * What the case page shows.
 *
 * @param line the case as the ledger shows it
 * @param steps null when the case has no process
 * @param rounds what was said of it in the monthly rounds, the latest first, as far as the reader may see
 * @param mayObject whether the reader may record an objection now
 */
public record CaseView(
        ProblemFile file,
        CaseItem line,
        List<Limit> limits,
        List<Waiting> waiting,
        CaseWork.Steps steps,
        CaseEvidence evidence,
        List<RoundItem> rounds,
        List<HistoryWords.Line> history,
        boolean mayObject,
        LocalDate today) {

    /** A deadline of the case with the explanation of its day and what the watch did about it. */
    public record Limit(
            LedgerEntry entry, String name, boolean missed, List<String> explanation, List<LadderStep> steps) {

        /** The last day was moved since it was set. */
        public boolean moved() {
            return !entry.originalDueOn().equals(entry.currentDueOn());
        }
    }

    /** An open task and whose it is, in words: 晋江承办人. */
    public record Waiting(CaseWork.OpenWork work, String whom) {}

    /** Deadlines that still run. */
    public List<Limit> openLimits() {
        return limits.stream().filter(limit -> limit.entry().isOpen()).toList();
    }

    /** Deadlines that were met or fell away. */
    public List<Limit> pastLimits() {
        return limits.stream().filter(limit -> !limit.entry().isOpen()).toList();
    }
}
