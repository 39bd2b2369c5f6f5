package org.duban.desk.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.desk.audit.StepView.Change;
import org.duban.desk.audit.StepView.HandLine;
import org.duban.journal.EntryWords;
import org.duban.replay.Difference;
import org.duban.replay.Moment;
import org.springframework.stereotype.Component;

/** What facts, requests, objections and operations by hand say beside their names. */
@Component
class DetailWords {

    private static final Map<String, String> NAMES = names();
    private static final Map<String, String> STATES = Map.of(
            "requested", "已提出",
            "signed", "已审签，待审批",
            "notSigned", "单位负责人未同意",
            "granted", "已同意",
            "refused", "未同意",
            "withdrawn", "已撤回",
            "lapsed", "已失效");

    private final ReplayWords words;

    DetailWords(ReplayWords words) {
        this.words = words;
    }

    /** The details of a fact that an office would ask for. */
    List<Change> of(Map<String, Object> data) {
        List<Change> details = new ArrayList<>();
        NAMES.forEach((name, label) -> {
            Object value = data.get(name);
            if (value != null && !value.toString().isBlank()) {
                details.add(new Change(label, null, words.value(unitOf(name), value)));
            }
        });
        return details;
    }

    // In a fact of reassignment the unit it was taken from.
    private static String unitOf(String name) {
        return switch (name) {
            case "from" -> "unit";
            case "failed" -> "criterion";
            default -> name;
        };
    }

    String request(Moment.Request request) {
        StringBuilder text = new StringBuilder(request.kind());
        if (request.wantedOn() != null) {
            text.append("到 ").append(request.wantedOn());
        }
        if (request.wantedLeadUnit() != null) {
            text.append("给").append(words.unit(request.wantedLeadUnit()));
        }
        text.append("：").append(STATES.getOrDefault(request.state(), "在办"));
        if (request.reason() != null) {
            text.append("。理由：").append(request.reason());
        }
        if (request.answer() != null) {
            text.append("。意见：").append(request.answer());
        }
        return text.toString();
    }

    static String objection(Moment.Objection objection) {
        String state = objection.upheld() == null ? "待答复" : objection.upheld() ? "成立" : "不成立";
        String answer = objection.answer() == null ? "" : "。答复：" + objection.answer();
        return Objects.toString(objection.channel(), "异议") + "：" + Objects.toString(objection.text(), "") + "（" + state
                + "）" + answer;
    }

    HandLine byHand(Difference.ByHand operation) {
        return new HandLine(
                EntryWords.operation(operation.operation()),
                operation.property(),
                operation.before(),
                operation.after(),
                operation.annotation(),
                operation.intervention());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("card", "警示编号");
        names.put("colour", "牌级");
        names.put("cause", "情形");
        names.put("clause", "依据");
        names.put("proposerName", "提出方");
        names.put("demand", "整改要求");
        names.put("number", "文号");
        names.put("replyDueOn", "书面反馈期限");
        names.put("points", "考核扣分");
        names.put("reasonCode", "退单理由");
        names.put("reason", "理由");
        names.put("note", "交办说明");
        names.put("suggestedUnit", "建议改交");
        names.put("opinion", "意见");
        names.put("failed", "未达到");
        names.put("finding", "情况");
        names.put("channel", "渠道");
        names.put("text", "内容");
        names.put("answer", "答复");
        names.put("startsOn", "公示起");
        names.put("endsOn", "公示止");
        names.put("completedOn", "完成日期");
        names.put("formerDueOn", "原整改时限");
        names.put("wantedOn", "希望到");
        names.put("wantedLeadUnit", "建议牵头单位");
        return names;
    }
}
