package org.duban.intake;

import java.util.Map;
import java.util.SortedMap;
import org.duban.problem.NewProblem;

/**
 * A row read without fault.
 *
 * @param facts what the row says of each column, in a form that cosmetic differences do not touch; compared with what the
 *     row said when it was last brought in
 */
record ListedProblem(int row, NewProblem problem, SortedMap<Column, String> facts) {

    /** What the row must say again to be unchanged. */
    boolean says(Map<Column, String> before) {
        return facts.equals(before);
    }
}
