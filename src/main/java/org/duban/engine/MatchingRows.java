package org.duban.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.engine.DecisionFile.Column;
import org.duban.engine.DecisionFile.Row;

/**
 * Which rows of a table the facts match, each cell asked once for each value: thousands of cases are made of few values.
 * Cells are taken to look at their own column only.
 */
final class MatchingRows {

    private final DecisionFile file;
    private final Map<List<Object>, BitSet> passing = new HashMap<>();

    MatchingRows(DecisionFile file) {
        this.file = file;
    }

    /** True when at least one row matches. */
    boolean any(Map<String, Object> facts) {
        BitSet left = new BitSet();
        left.set(0, file.rows().size());
        for (int i = 0; i < file.inputs().size(); i++) {
            left.and(passing(i, facts.get(file.inputs().get(i).code())));
        }
        return !left.isEmpty();
    }

    private BitSet passing(int place, Object value) {
        return passing.computeIfAbsent(List.of(place, value), key -> {
            Column column = file.inputs().get(place);
            BitSet rows = new BitSet();
            for (Row row : file.rows()) {
                Object passes = Feel.test(row.inputs().get(place), value, Map.of(column.code(), value))
                        .value();
                rows.set(row.number() - 1, Boolean.TRUE.equals(passes));
            }
            return rows;
        });
    }
}
