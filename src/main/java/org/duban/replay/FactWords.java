package org.duban.replay;

import java.util.HashMap;
import java.util.Map;
import org.duban.card.CardEvent;
import org.duban.problem.ProblemFact;
import org.duban.round.RoundFact;

/** Facts in the office's words. */
public final class FactWords {

    private static final Map<String, String> LABELS = labels();

    private FactWords() {}

    /** Null for a fact that stands beside another and needs no word of its own. */
    public static String of(String type) {
        return LABELS.get(type);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (ProblemFact fact : ProblemFact.values()) {
            labels.put(fact.event(), fact.label());
        }
        for (CardEvent event : CardEvent.values()) {
            labels.put(event.event(), event.label());
        }
        for (RoundFact fact : RoundFact.values()) {
            labels.put(fact.event(), fact.label());
        }
        labels.put("deadline.extended", "期限延期");
        labels.put("deadline.suspended", "期限挂账");
        labels.put("deadline.resumed", "恢复计时");
        labels.put("deadline.recounted", "放假安排变动，期限重算");
        labels.put("deadline.corrected", "更正期限");
        labels.put("deadline.reminded", "到期提醒");
        labels.put("deadline.headReminded", "提醒负责人");
        labels.put("deadline.dueTodayReminded", "当日到期提醒");
        labels.put("deadline.overdueFound", "发现超期");
        labels.put("deadline.yellowProposed", "建议黄牌");
        labels.put("deadline.redProposed", "建议红牌");
        labels.put("deadline.requestWithdrawn", "撤回申请");
        labels.put("deadline.requestLapsed", "申请失效");
        labels.put("deadline.resumptionDecided", "决定提前恢复计时");
        request(labels, "deadline.extension", "延期");
        request(labels, "deadline.suspension", "挂账");
        request(labels, "problem.reassignment", "改派");
        labels.put("dossier.exported", "导出一案一档");
        labels.put("evidence.handedIn", "上传佐证材料");
        labels.put("evidence.described", "补充佐证材料说明");
        labels.put("evidence.removed", "撤回佐证材料");
        labels.put("notice.messageSent", "发出消息");
        labels.put("notice.messageRead", "消息签收");
        labels.put("notice.paperIssued", "出具文书");
        labels.put("notice.paperWithdrawn", "撤回文书");
        labels.put("notice.served", "送达文书");
        labels.put("notice.deliveryFailed", "文书未送到");
        labels.put("notice.notSent", "文书不再发送");
        labels.put("notice.signedFor", "签收文书");
        return labels;
    }

    private static void request(Map<String, String> labels, String prefix, String word) {
        labels.put(prefix + "Requested", "申请" + word);
        labels.put(prefix + "Signed", word + "申请审签");
        labels.put(prefix + "NotSigned", word + "申请未获审签");
        labels.put(prefix + "Decided", word + "审批");
    }
}
