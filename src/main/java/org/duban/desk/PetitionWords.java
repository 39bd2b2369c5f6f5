package org.duban.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionFile;
import org.duban.petition.ReturnReason;
import org.duban.petition.Verdict;

/** Puts a line of a letter's history into words: who, for whom, when, what. */
public final class PetitionWords {

    private static final Map<String, String> LABELS = labels();

    private final Map<String, String> names;

    PetitionWords(Map<String, String> names) {
        this.names = names;
    }

    /** One line; {@code details} each 名称：内容. */
    public record Line(long seq, Instant at, String what, String who, String unit, List<String> details) {}

    Line line(PetitionFile.Entry entry) {
        String who = entry.onBehalfOf() == null
                ? entry.actorName()
                : entry.actorName() + "（代 " + name(entry.onBehalfOf()) + "）";
        List<String> details = new ArrayList<>();
        LABELS.forEach((key, label) -> {
            Object value = entry.data().get(key);
            if (value != null && !value.toString().isBlank()) {
                details.add(label + "：" + words(key, value));
            }
        });
        return new Line(
                entry.seq(), entry.at(), entry.label(), who, entry.unit() == null ? null : name(entry.unit()), details);
    }

    private String words(String key, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> words(key, one)).collect(Collectors.joining("、"));
        }
        String text = value.toString();
        return switch (key) {
            case "shares" -> share(text);
            case "verdict" -> Verdict.valueOf(text).label();
            case "outcome" -> Outcome.valueOf(text).label();
            case "reasonCode" ->
                Arrays.stream(ReturnReason.values())
                        .filter(reason -> reason.name().equals(text))
                        .map(ReturnReason::label)
                        .findFirst()
                        .orElse(text);
            case "batch" -> "第 " + text + " 批";
            case "times", "returns" -> "第 " + text + " 次";
            case "keyMark" -> "是";
            case "asListed" -> "来件清单中已办结，或不属本市";
            default -> name(text);
        };
    }

    /** A unit's code and its share. */
    private String share(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length == 2 ? name(parts[0]) + " " + parts[1].replaceFirst("\\.?0+$", "") : name(text);
    }

    private String name(String code) {
        return names.getOrDefault(code, code);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("upstreamNo", "受理编号");
        labels.put("inspection", "来源");
        labels.put("batch", "批次");
        labels.put("asListed", "说明");
        labels.put("shares", "份额");
        labels.put("keyMark", "重点件");
        labels.put("batchName", "批次");
        labels.put("note", "转办说明");
        labels.put("reasonCode", "退单理由");
        labels.put("reason", "理由");
        labels.put("suggestedUnit", "建议改交");
        labels.put("formerUnit", "原承办单位");
        labels.put("verdict", "是否属实");
        labels.put("outcome", "是否办结");
        labels.put("findings", "调查核实情况");
        labels.put("handling", "处理和整改情况");
        labels.put("plannedOn", "计划办结日期");
        labels.put("opinion", "意见");
        labels.put("text", "情况");
        labels.put("times", "次数");
        labels.put("problem", "整改问题");
        labels.put("leader", "包案领导");
        labels.put("measures", "任务和措施");
        labels.put("change", "变动");
        labels.put("formerDueOn", "原办理期限");
        labels.put("dueOn", "期限");
        labels.put("purpose", "用途");
        return labels;
    }
}
