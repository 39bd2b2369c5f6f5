package org.duban.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.problem.Risk;

/**
 * From which cases a sample is drawn; what is null or empty is not asked for.
 *
 * @param flow the first letters of the case number
 * @param from first and {@code to} last day of registration
 */
public record SampleRule(String flow, String state, String unit, String risk, LocalDate from, LocalDate to) {

    /** As it is kept: plain values. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("flow", flow);
        values.put("state", state);
        values.put("unit", unit);
        values.put("risk", risk);
        values.put("from", from == null ? null : from.toString());
        values.put("to", to == null ? null : to.toString());
        values.values().removeIf(value -> value == null);
        return values;
    }

    static SampleRule of(Map<String, Object> values) {
        return new SampleRule(
                text(values, "flow"),
                text(values, "state"),
                text(values, "unit"),
                text(values, "risk"),
                values.get("from") == null ? null : LocalDate.parse(text(values, "from")),
                values.get("to") == null ? null : LocalDate.parse(text(values, "to")));
    }

    private static String text(Map<String, Object> values, String name) {
        return values.get(name) == null ? null : values.get(name).toString();
    }

    /** In the office's words; {@code unitName} is the short name of the unit. */
    String words(String unitName) {
        List<String> words = new ArrayList<>();
        Flow kind = Flow.byLetters(flow);
        words.add("事项：" + kind.label());
        if (state != null) {
            words.add("状态：" + kind.labelOf(state).orElse(""));
        }
        if (unit != null) {
            words.add("单位：" + unitName);
        }
        if (risk != null) {
            words.add("风险：" + Risk.valueOf(risk).label());
        }
        if (from != null) {
            words.add("登记自 " + from);
        }
        if (to != null) {
            words.add("登记至 " + to);
        }
        return String.join("；", words);
    }
}
