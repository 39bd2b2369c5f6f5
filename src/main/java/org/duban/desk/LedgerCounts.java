package org.duban.desk;

import java.util.Map;
import org.duban.problem.ProblemState;

/** How many cases each tab over the ledger would show. */
public record LedgerCounts(Map<ProblemState, Integer> byState, int all, int overdue, int dueSoon) {}
