package org.duban.desk.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.organisation.GroupWords;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Units;
import org.duban.problem.Criterion;
import org.duban.problem.DeadlineKind;
import org.duban.problem.ProblemState;
import org.duban.problem.ReturnReason;
import org.duban.problem.Risk;
import org.springframework.stereotype.Component;

/** Fields and values of the record in the office's words. */
@Component
public class ReplayWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Zones.CITY);
    private static final Set<String> UNITS = Set.of(
            "cardUnit", "leadUnit", "responsibleUnits", "supervisingUnit", "suggestedUnit", "unit", "wantedLeadUnit");
    private static final Set<String> MOMENTS =
            Set.of("proposedAt", "issuedAt", "closedAt", "reportedAt", "rectifiedAt", "struckOffAt");
    private static final Map<String, String> FIELDS = fields();

    private final Units units;
    private final People people;
    private final GroupWords groups;

    ReplayWords(Units units, People people, GroupWords groups) {
        this.units = units;
        this.people = people;
        this.groups = groups;
    }

    /** The fields of a case in the order an office reads them. */
    public Collection<String> order() {
        return FIELDS.keySet();
    }

    /** Where a field stands in that order; what is not known stands last. */
    int place(String field) {
        int place = List.copyOf(FIELDS.keySet()).indexOf(field);
        return place < 0 ? FIELDS.size() : place;
    }

    public String field(String field) {
        return FIELDS.getOrDefault(field, "其他");
    }

    /** Empty for nothing. */
    public String value(String field, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> value(field, one)).collect(Collectors.joining("、"));
        }
        String text = value.toString();
        if (UNITS.contains(field)) {
            return unit(text);
        }
        if (MOMENTS.contains(field)) {
            return moment(text);
        }
        return switch (field) {
            case "state" -> label(ProblemState.class, text);
            case "risk" -> label(Risk.class, text);
            case "deadlineKind" -> label(DeadlineKind.class, text);
            case "reasonCode" -> label(ReturnReason.class, text);
            case "criterion" -> label(Criterion.class, text);
            case "relapseFound", "relapsed" -> "true".equals(text) ? "反弹" : "未反弹";
            case "alsoStanding" -> "true".equals(text) ? "是" : "否";
            case "rectification" -> "第 " + text + " 轮";
            case "attempt" -> "第 " + text + " 次";
            case "planRevision" -> "第 " + text + " 稿";
            case "returns", "cardLevel" -> text + " 次";
            case "wantedReplyDays" -> text + " 个工作日";
            default -> text;
        };
    }

    String moment(Object value) {
        return moment(value.toString());
    }

    private static String moment(String text) {
        try {
            return MINUTE.format(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private static <E extends Enum<E>> String label(Class<E> type, String name) {
        try {
            Object constant = Enum.valueOf(type, name);
            if (constant instanceof ProblemState state) {
                return state.label();
            }
            if (constant instanceof Risk risk) {
                return risk.label();
            }
            if (constant instanceof DeadlineKind kind) {
                return kind.label();
            }
            return constant instanceof ReturnReason reason ? reason.label() : ((Criterion) constant).label();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    public String unit(String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        try {
            return units.shortName(UnitCode.of(code));
        } catch (Refusal noCode) {
            return code;
        }
    }

    public String person(String username) {
        if (username == null) {
            return null;
        }
        return "system".equals(username)
                ? "系统"
                : people.byUsername(username).map(Person::fullName).orElse(username);
    }

    public String groups(List<String> candidates) {
        return groups.of(candidates);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", "状态");
        fields.put("cardState", "警示状态");
        fields.put("cardColour", "牌级");
        fields.put("wantedColour", "在审牌级");
        fields.put("cardLevel", "已签发");
        fields.put("wantedClause", "拟发牌依据");
        fields.put("wantedRule", "所用规则");
        fields.put("wantedReplyDays", "拟定反馈时限");
        fields.put("wantedApprover", "审批人");
        fields.put("demand", "整改要求");
        fields.put("cardUnit", "被警示单位");
        fields.put("cardCause", "情形");
        fields.put("cardProposer", "提出方");
        fields.put("proposedAt", "提出");
        fields.put("issuedAt", "首次签发");
        fields.put("replyDueOn", "书面反馈期限");
        fields.put("closedAt", "办结");
        fields.put("closingReason", "办结说明");
        fields.put("subject", "案号");
        fields.put("leadUnit", "牵头单位");
        fields.put("responsibleUnits", "责任单位");
        fields.put("supervisingUnit", "验收（监管）单位");
        fields.put("deadlineKind", "时限类型");
        fields.put("deadlineText", "清单所写时限");
        fields.put("dueOn", "到期日");
        fields.put("alsoStanding", "同时长期坚持");
        fields.put("rectification", "整改轮次");
        fields.put("attempt", "本轮整改次数");
        fields.put("returns", "退单");
        fields.put("planRevision", "整改方案");
        fields.put("reportedAt", "全部报出");
        fields.put("rectifiedAt", "完成整改");
        fields.put("noticeStartsOn", "公示起");
        fields.put("noticeEndsOn", "公示止");
        fields.put("struckOffAt", "销号");
        fields.put("relapseFound", "回头看结果");
        fields.put("lookBackFinding", "回头看情况");
        fields.put("title", "问题");
        fields.put("description", "具体问题");
        fields.put("source", "来源");
        fields.put("listName", "清单");
        fields.put("listRegion", "清单地区");
        fields.put("listSerial", "清单序号");
        fields.put("pollutionTypes", "问题类型");
        fields.put("site", "点位地址");
        fields.put("risk", "风险等级");
        fields.put("goal", "整改目标");
        fields.put("measuresText", "清单所列措施");
        return fields;
    }
}
