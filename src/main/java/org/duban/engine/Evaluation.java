package org.duban.engine;

import java.util.List;
import java.util.Map;

/**
 * One question put to a decision table and its answer, as the record keeps it with what was done on its word.
 *
 * @param decision key of the table, {@code table} id of the version that answered
 * @param inputs label and value of every question, in the table's order
 * @param outputs every answer of every row that matched: its label, value and row
 * @param rules ids of all rows that matched
 */
public record Evaluation(
        String decision,
        String table,
        String name,
        List<Map<String, Object>> inputs,
        List<Map<String, Object>> outputs,
        List<String> rules) {

    /** As a fact carries it: plain values by the names the record uses for the engine's own decisions. */
    public Map<String, Object> said() {
        return Map.of(
                "decision", decision,
                "table", table,
                "name", name,
                "inputs", inputs,
                "outputs", outputs,
                "rules", rules);
    }
}
