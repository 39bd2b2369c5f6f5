package org.duban.desk;

import java.util.List;
import org.duban.kernel.UnitCode;
import org.duban.problem.DeadlineKind;
import org.duban.problem.ProblemState;

/**
 * Which cases a list shows; null or empty parts do not narrow it.
 *
 * @param terms what must occur in number, title, description, site or a unit's name, each of them
 * @param unit a unit that leads, is responsible or supervises
 * @param overdue true: only late ones, false: only those that are not
 * @param dueWithin only open ones whose last day is in this many calendar days or less and not over
 * @param card only cases with an issued card of that colour that still stands; {@link CardShown#ANY} for either
 */
public record CaseFilter(
        List<String> terms,
        UnitCode unit,
        List<ProblemState> states,
        DeadlineKind deadlineKind,
        Boolean overdue,
        Integer dueWithin,
        CardShown card) {

    /** Which cards a list of cases asks for. */
    public enum CardShown {
        ANY,
        YELLOW,
        RED
    }

    /** Shorter than what the index of pairs can find; such a term is looked for among the newest cases only. */
    public static final int SHORTEST_INDEXED = 2;

    public boolean hasShortTerm() {
        return terms.stream().anyMatch(term -> term.length() < SHORTEST_INDEXED);
    }

    /** Without what the tabs over the ledger choose, so that each tab can say how many it would show. */
    CaseFilter withoutTab() {
        return new CaseFilter(terms, unit, List.of(), deadlineKind, null, null, card);
    }

    CaseFilter onlyOverdue() {
        return new CaseFilter(terms, unit, List.of(), deadlineKind, true, null, card);
    }

    CaseFilter onlyDueWithin(int days) {
        return new CaseFilter(terms, unit, List.of(), deadlineKind, null, days, card);
    }
}
