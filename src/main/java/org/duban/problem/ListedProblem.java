package org.duban.problem;

import java.util.List;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.problem.Registered.FieldChange;

/**
 * A registered row as its list last wrote it, to hold against the row of a newer file. What officers changed since by
 * hand is not in it, so that the same file twice changes nothing.
 */
public record ListedProblem(CaseNo no, ProblemState state, Map<String, String> listed) {

    /** What a newer row would change; empty when nothing. */
    public List<FieldChange> changes(NewProblem newer) {
        return RowComparison.between(listed, RowComparison.fields(newer));
    }

    /**
     * Whether the newer row may be written.
     *
     * @throws Refusal naming the first field that can no longer be changed through a list
     */
    public void check(NewProblem newer) {
        RowComparison.check(no, state, changes(newer));
    }
}
