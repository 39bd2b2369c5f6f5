package org.duban.desk.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.petition.Channel;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionState;
import org.duban.petition.Petitioner;
import org.duban.petition.Verdict;
import org.springframework.stereotype.Component;

/** Fields and values of a letter's record in the office's words; they share some names with a problem's, not the meaning. */
@Component
class LetterWords {

    /** A field every letter has and nothing else. */
    private static final String MARK = "contentSha256";

    private static final Map<String, String> FIELDS = fields();
    private static final Set<String> UNITS = Set.of("district");
    private static final Set<String> MOMENTS = Set.of("dispatchedAt", "signedAt", "answeredAt", "passedAt", "closedAt");

    private final ReplayWords words;

    LetterWords(ReplayWords words) {
        this.words = words;
    }

    boolean concerns(Map<String, Object> fields) {
        return fields.containsKey(MARK);
    }

    Collection<String> order() {
        return FIELDS.keySet();
    }

    int place(String field) {
        int place = List.copyOf(FIELDS.keySet()).indexOf(field);
        return place < 0 ? FIELDS.size() : place;
    }

    String field(String field) {
        return FIELDS.getOrDefault(field, "其他");
    }

    /** Empty for nothing. */
    String value(String field, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> value(field, one)).collect(Collectors.joining("、"));
        }
        if (value == null || UNITS.contains(field) || MOMENTS.contains(field)) {
            return value == null ? "" : UNITS.contains(field) ? words.unit(value.toString()) : words.moment(value);
        }
        String text = value.toString();
        return switch (field) {
            case "state" -> label(PetitionState.values(), PetitionState::label, text);
            case "channel" -> label(Channel.values(), Channel::label, text);
            case "verdict" -> label(Verdict.values(), Verdict::label, text);
            case "outcome" -> label(Outcome.values(), Outcome::label, text);
            case "petitioner" -> label(Petitioner.values(), Petitioner::label, text);
            case "shares" -> share(text);
            case "sharesSigned", "sharesAnswered" -> moment(text);
            case "batch" -> "第 " + text + " 批";
            case "attempt", "returns", "redispatches", "callBacks" -> text + " 次";
            case "starred", "keyMark", "shut" -> flag(text);
            case "satisfied" -> "true".equals(text) ? "满意" : "不满意";
            default -> text;
        };
    }

    private static String flag(String text) {
        return "true".equals(text) ? "是" : "false".equals(text) ? "否" : text;
    }

    /** A unit's code and its share. */
    private String share(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length == 2 ? words.unit(parts[0]) + " " + parts[1].replaceFirst("\\.?0+$", "") : words.unit(text);
    }

    /** A unit's code and a moment. */
    private String moment(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length == 2 ? words.unit(parts[0]) + " " + words.moment(parts[1]) : words.unit(text);
    }

    private static <E extends Enum<E>> String label(E[] all, Function<E, String> label, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(label)
                .orElse(name);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", "状态");
        fields.put("upstreamNo", "受理编号");
        fields.put("title", "标题");
        fields.put("body", "反映问题");
        fields.put("shares", "承办单位及份额");
        fields.put("sharesSigned", "各单位签收");
        fields.put("sharesAnswered", "各单位报出");
        fields.put("dueOn", "办理期限");
        fields.put("channel", "来信渠道");
        fields.put("inspection", "来源");
        fields.put("handoverNo", "交办编号");
        fields.put("batch", "批次");
        fields.put("receivedOn", "来件日期");
        fields.put("region", "行政区域");
        fields.put("district", "属地");
        fields.put("place", "点位地址");
        fields.put("firm", "被反映对象");
        fields.put("pollutionTypes", "污染类型");
        fields.put("problemType", "问题类型");
        fields.put("referenceText", "参考意见");
        fields.put("starred", "星标件");
        fields.put("keyMark", "重点件");
        fields.put("petitioner", "信访人");
        fields.put("verdict", "是否属实");
        fields.put("outcome", "是否办结");
        fields.put("findings", "调查核实情况");
        fields.put("handling", "处理和整改情况");
        fields.put("goal", "整改目标");
        fields.put("accountability", "问责情况");
        fields.put("ordered", "责令整改（家）");
        fields.put("filed", "立案处罚（家）");
        fields.put("fine", "罚款（万元）");
        fields.put("shut", "停产关闭（家）");
        fields.put("detained", "拘留（人）");
        fields.put("interviewed", "约谈（人）");
        fields.put("accountable", "问责（人）");
        fields.put("plannedOn", "计划办结日期");
        fields.put("attempt", "办理次数");
        fields.put("returns", "退单");
        fields.put("redispatches", "重新转办");
        fields.put("callBacks", "回访");
        fields.put("satisfied", "回访结果");
        fields.put("leader", "包案领导");
        fields.put("problemNo", "转为整改问题");
        fields.put("dispatchedAt", "转办");
        fields.put("signedAt", "签收");
        fields.put("answeredAt", "报送答复");
        fields.put("passedAt", "审核通过");
        fields.put("closedAt", "办结");
        fields.put(MARK, "来件内容校验值");
        return fields;
    }
}
