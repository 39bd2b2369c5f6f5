package org.duban.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.kernel.CaseNo;

/** What became of one row: its case number, and for an edit each field before and after. */
public record Registered(CaseNo no, Outcome outcome, List<FieldChange> changes) {

    /** EXISTING: {@code register} met a row already registered under the same key and wrote nothing. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        EXISTING
    }

    /** One field of a row, named as in {@link NewProblem}; values as a reader would write them, null when empty. */
    public record FieldChange(String field, String from, String to) {

        Map<String, String> plain() {
            Map<String, String> plain = new LinkedHashMap<>();
            plain.put("field", field);
            plain.put("from", from);
            plain.put("to", to);
            return plain;
        }
    }
}
