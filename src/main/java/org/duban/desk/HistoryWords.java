package org.duban.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.problem.Criterion;
import org.duban.problem.DeadlineKind;
import org.duban.problem.ProblemFile;
import org.duban.problem.ReturnReason;

/** Puts a line of a case's history into words: who, for whom, when, what. */
public final class HistoryWords {

    private static final String CHANGES = "changes";
    private static final Map<String, String> LABELS = labels();
    private static final Map<String, String> FIELDS = fields();

    private final Map<String, String> names;

    HistoryWords(Map<String, String> names) {
        this.names = names;
    }

    /**
     * One line.
     *
     * @param who the person, with the colleague stood in for
     * @param unit the unit it concerns, or null
     * @param details what belongs to it, each 名称：内容
     */
    public record Line(long seq, Instant at, String what, String who, String unit, List<String> details) {}

    Line line(ProblemFile.Entry entry) {
        String who = entry.onBehalfOf() == null
                ? entry.actorName()
                : entry.actorName() + "（代 " + name(entry.onBehalfOf()) + "）";
        List<String> details = new ArrayList<>();
        // The order of the labels, because what is stored as JSON comes back in no order a reader would expect.
        LABELS.keySet().forEach(key -> detail(key, entry.data().get(key), details));
        return new Line(
                entry.seq(), entry.at(), entry.label(), who, entry.unit() == null ? null : name(entry.unit()), details);
    }

    private void detail(String key, Object value, List<String> details) {
        if (CHANGES.equals(key) && value instanceof Collection<?> changes) {
            changes.forEach(change -> details.add(change(change)));
        } else if (value != null && !value.toString().isBlank()) {
            String words = words(key, value);
            if (!words.isBlank()) {
                details.add(LABELS.get(key) + "：" + words);
            }
        }
    }

    private String change(Object change) {
        Map<?, ?> plain = (Map<?, ?>) change;
        String field = String.valueOf(plain.get("field"));
        return FIELDS.getOrDefault(field, field) + "：" + orEmpty(plain.get("from")) + " → " + orEmpty(plain.get("to"));
    }

    private String orEmpty(Object value) {
        return value == null || value.toString().isBlank() ? "（空）" : name(value.toString());
    }

    private String words(String key, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> words(key, one)).collect(Collectors.joining("、"));
        }
        String text = value.toString();
        return switch (key) {
            case "deadlineKind" -> label(DeadlineKind.class, text);
            case "reasonCode" -> label(ReturnReason.class, text);
            case "failed" -> label(Criterion.class, text);
            case "measures" -> text + " 项";
            case "rectification" -> "第 " + text + " 轮";
            case "relapsed" -> Boolean.parseBoolean(text) ? "是" : "否";
            default -> name(text);
        };
    }

    private static <E extends Enum<E>> String label(Class<E> type, String name) {
        try {
            E constant = Enum.valueOf(type, name);
            if (constant instanceof DeadlineKind kind) {
                return kind.label();
            }
            if (constant instanceof ReturnReason reason) {
                return reason.label();
            }
            return ((Criterion) (Object) constant).label();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private String name(String code) {
        return names.getOrDefault(code, code);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("source", "来源");
        labels.put("responsibleUnits", "责任单位");
        labels.put("supervisingUnit", "验收（监管）单位");
        labels.put("deadlineKind", "时限类型");
        labels.put("change", "变动");
        labels.put("dueOn", "到期日");
        labels.put("note", "交办说明");
        labels.put("reasonCode", "退单理由");
        labels.put("reason", "理由");
        labels.put("suggestedUnit", "建议改交");
        labels.put("from", "原牵头单位");
        labels.put("measures", "措施");
        labels.put("opinion", "意见");
        labels.put("completedOn", "完成日期");
        labels.put("failed", "未达到");
        labels.put("startsOn", "公示起");
        labels.put("endsOn", "公示止");
        labels.put("channel", "渠道");
        labels.put("answer", "答复");
        labels.put("finding", "回头看情况");
        labels.put("rectification", "整改轮次");
        labels.put("formerDueOn", "原整改时限");
        labels.put(CHANGES, "修改");
        return labels;
    }

    private static Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("listName", "清单名称"),
                Map.entry("title", "问题"),
                Map.entry("description", "具体问题"),
                Map.entry("pollutionTypes", "问题类型"),
                Map.entry("site", "点位地址"),
                Map.entry("risk", "风险等级"),
                Map.entry("leadUnit", "牵头单位"),
                Map.entry("responsibleUnits", "责任单位"),
                Map.entry("supervisingUnit", "验收（监管）单位"),
                Map.entry("deadline", "整改时限"),
                Map.entry("goal", "整改目标"),
                Map.entry("measuresText", "整改措施"));
    }
}
