package org.duban.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.problem.Registered.FieldChange;

/** Holds a registered row against a newer one, field by field, and knows which fields may still change. */
public final class RowComparison {

    private static final Map<String, String> TERMS = Map.of(
            "leadUnit", "牵头单位",
            "responsibleUnits", "责任单位",
            "supervisingUnit", "监管单位",
            "deadline", "整改时限");

    private RowComparison() {}

    static List<FieldChange> between(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changes.add(new FieldChange(field, before.get(field), value));
            }
        });
        return changes;
    }

    static void check(CaseNo no, ProblemState state, List<FieldChange> changes) {
        for (FieldChange change : changes) {
            String word = TERMS.get(change.field());
            if (word == null || state == ProblemState.REGISTERED) {
                continue;
            }
            if (state == ProblemState.RETURNED) {
                throw new Refusal(change.field(), "问题 " + no + " 的退单正在裁定，不能用清单修改" + word + "。请在任务“裁定退单”中办理。");
            }
            if (!state.beforePlan()) {
                throw new Refusal(
                        change.field(),
                        "问题 " + no + " 已是“" + state.label() + "”，不能再用清单修改" + word + "。请把该单元格改回“"
                                + Objects.requireNonNullElse(change.from(), "(空)") + "”后重新导入。");
            }
            if (change.to() == null) {
                throw new Refusal(change.field(), "问题 " + no + " 已经交办，不能清空" + word + "。请填写后重新导入。");
            }
        }
    }

    /** The row's fields as text, null when empty: what is kept to compare the next file with. */
    public static Map<String, String> fields(NewProblem row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("listName", text(row.listName()));
        fields.put("title", text(row.title()));
        fields.put("description", text(row.description()));
        fields.put("pollutionTypes", joined(row.pollutionTypes()));
        fields.put("site", text(row.site()));
        fields.put("risk", row.risk() == null ? null : row.risk().label());
        fields.put("leadUnit", row.leadUnit() == null ? null : row.leadUnit().value());
        fields.put("responsibleUnits", joined(row.responsibleUnits()));
        fields.put(
                "supervisingUnit",
                row.supervisingUnit() == null ? null : row.supervisingUnit().value());
        fields.put("deadline", deadline(row.deadline()));
        fields.put("goal", text(row.goal()));
        fields.put("measuresText", text(row.measuresText()));
        return fields;
    }

    /** As written, because 30日内 read on another day gives another date. */
    private static String deadline(Deadline deadline) {
        if (deadline == null) {
            return null;
        }
        String written = text(deadline.text());
        return written != null ? written : DeadlineWords.of(deadline);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String joined(Collection<?> values) {
        return values.isEmpty() ? null : values.stream().map(Object::toString).collect(Collectors.joining("、"));
    }
}
