package org.duban.desk.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.replay.Moment;
import org.springframework.stereotype.Component;

/** A filed form as lines to read, each a name and what was filled in. */
@Component
public class PaperWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("decision", "结果"),
            Map.entry("colour", "牌级"),
            Map.entry("clause", "依据条款"),
            Map.entry("replyDays", "书面答复期限（工作日）"),
            Map.entry("demand", "整改（督办）要求"),
            Map.entry("doneOn", "落实日期"),
            Map.entry("place", "约谈地点"),
            Map.entry("ledBy", "约谈人"),
            Map.entry("attendedBy", "被约谈人"),
            Map.entry("minutes", "约谈内容"),
            Map.entry("pledge", "表态"),
            Map.entry("replyOn", "书面反馈期限"),
            Map.entry("reasonCode", "退单理由"),
            Map.entry("reason", "理由"),
            Map.entry("suggestedUnit", "建议改交"),
            Map.entry("leadUnit", "牵头单位"),
            Map.entry("responsibleUnits", "责任单位"),
            Map.entry("supervisingUnit", "验收（监管）单位"),
            Map.entry("deadlineKind", "时限类型"),
            Map.entry("dueOn", "完成时限"),
            Map.entry("grantedOn", "批准日期"),
            Map.entry("note", "交办说明"),
            Map.entry("goal", "整改目标"),
            Map.entry("contact", "联系人"),
            Map.entry("phone", "联系电话"),
            Map.entry("measures", "措施"),
            Map.entry("text", "内容"),
            Map.entry("responsiblePerson", "责任人"),
            Map.entry("unit", "责任单位"),
            Map.entry("completedOn", "完成日期"),
            Map.entry("criteria", "销号标准"),
            Map.entry("met", "是否达到"),
            Map.entry("checkedOn", "初验日期"),
            Map.entry("principal", "初验负责人"),
            Map.entry("opinion", "意见"),
            Map.entry("visitedOn", "现场日期"),
            Map.entry("visitors", "核查人员"),
            Map.entry("upheld", "异议是否成立"),
            Map.entry("answer", "答复"),
            Map.entry("relapsed", "是否反弹"),
            Map.entry("finding", "回头看情况"),
            Map.entry("items", "各问题进展"),
            Map.entry("problem", "案号"),
            Map.entry("unchanged", "与上月相同"),
            Map.entry("actual", "实际进度（%）"),
            Map.entry("issue", "存在问题"),
            Map.entry("status", "进展情况"));

    private static final Map<String, String> DECISIONS = Map.ofEntries(
            Map.entry("sign", "同意"),
            Map.entry("return", "退回"),
            Map.entry("keep", "维持原交办"),
            Map.entry("reassign", "改派"),
            Map.entry("accept", "审核通过"),
            Map.entry("pass", "通过"),
            Map.entry("fail", "不通过"),
            Map.entry("approve", "同意销号"),
            Map.entry("reject", "不同意销号"),
            Map.entry("grant", "同意"),
            Map.entry("refuse", "不同意"),
            Map.entry("continue", "继续坚持"),
            Map.entry("convert", "转为限期整改"));

    private static final Map<String, Map<String, String>> OF_CARDS = Map.of(
            "UserTask_ReviewCard", Map.of("keep", "发牌", "drop", "不予发牌"),
            "UserTask_ApproveCard", Map.of("approve", "同意发牌", "return", "退回重审", "refuse", "不同意发牌"),
            "UserTask_ApproveLifting", Map.of("approve", "同意摘牌", "reject", "不同意摘牌"));
    private static final Map<String, String> COLOURS = Map.of("YELLOW", "黄牌", "RED", "红牌");

    private static final String SIGN_FOR = "UserTask_SignFor";
    private static final Set<String> YES_OR_NO = Set.of("met", "upheld", "relapsed", "unchanged");

    private final ReplayWords words;

    PaperWords(ReplayWords words) {
        this.words = words;
    }

    /** A line of a form; {@code depth} is how far it stands in. */
    public record Line(int depth, String name, String text) {}

    public List<Line> lines(Moment.Paper paper) {
        List<Line> lines = new ArrayList<>();
        add(paper.element(), null, paper.filed(), 0, lines);
        return lines;
    }

    private void add(String element, String name, Object value, int depth, List<Line> lines) {
        if (value == null || value.toString().isBlank()) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            int inside = depth;
            if (name != null) {
                lines.add(new Line(depth, label(name), ""));
                inside++;
            }
            for (Map.Entry<?, ?> member : ordered(map)) {
                add(element, String.valueOf(member.getKey()), member.getValue(), inside, lines);
            }
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            int number = 1;
            for (Object one : list) {
                lines.add(new Line(depth, label(name) + " " + number++, ""));
                add(element, null, one, depth + 1, lines);
            }
        } else {
            lines.add(new Line(depth, label(name), text(element, name, value)));
        }
    }

    // The record keeps members in the order of their names; a form begins with what was decided.
    private static List<Map.Entry<?, ?>> ordered(Map<?, ?> map) {
        List<Map.Entry<?, ?>> members = new ArrayList<>(map.entrySet());
        members.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return members;
    }

    private static int rank(Map.Entry<?, ?> member) {
        if ("decision".equals(member.getKey())) {
            return 0;
        }
        return member.getValue() instanceof Map || member.getValue() instanceof List ? 2 : 1;
    }

    private String label(String name) {
        if (name == null) {
            return "内容";
        }
        String criterion = words.value("criterion", name);
        return NAMES.getOrDefault(name, criterion.equals(name) ? "其他" : criterion);
    }

    private String text(String element, String name, Object value) {
        String text = value.toString();
        if ("colour".equals(name)) {
            return COLOURS.getOrDefault(text, text);
        }
        Map<String, String> ofCard = OF_CARDS.get(element);
        if ("decision".equals(name) && ofCard != null && ofCard.containsKey(text)) {
            return ofCard.get(text);
        }
        if ("decision".equals(name)) {
            boolean signing = SIGN_FOR.equals(element);
            return switch (text) {
                case "sign" -> signing ? "签收" : "同意";
                case "return" -> signing ? "退单" : "退回";
                default -> DECISIONS.getOrDefault(text, text);
            };
        }
        if (name != null && YES_OR_NO.contains(name)) {
            return "true".equals(text) ? "是" : "否";
        }
        return name == null ? text : words.value(name, value);
    }
}
