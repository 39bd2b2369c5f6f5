package org.duban.replay;

import java.util.HashMap;
import java.util.Map;
import org.duban.card.CardEvent;
import org.duban.petition.PetitionFact;
import org.duban.problem.ProblemFact;
import org.duban.round.RoundFact;

/** Facts in the office's words. */
public final class FactWords {

    private static final Map<String, String> LABELS = labels();
    private static final Map<String, String> BESIDE = Map.of(
            "deadline.opened", "期限开始计算",
            "deadline.met", "期限内办结",
            "deadline.voided", "期限取消",
            "evidence.filed", "提交佐证材料");

    private FactWords() {}

    /** Null for a fact that stands beside another and needs no word of its own. */
    public static String of(String type) {
        return LABELS.get(type);
    }

    /** The word of a fact that mostly stands beside another, for where it stands alone; null for all others. */
    static String beside(String type) {
        return BESIDE.get(type);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (ProblemFact fact : ProblemFact.values()) {
            labels.put(fact.event(), fact.label());
        }
        for (CardEvent event : CardEvent.values()) {
            labels.put(event.event(), event.label());
        }
        for (PetitionFact fact : PetitionFact.values()) {
            labels.put(fact.event(), fact.label());
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
        labels.put("export.begun", "开始导出");
        labels.put("export.finished", "导出完成");
        labels.put("export.cutOff", "导出中断");
        labels.put("file.taken", "下载文件");
        labels.put("case.read", "查阅案件");
        labels.put("audit.sampleDrawn", "抽取审计样本");
        labels.put("evidence.handedIn", "上传佐证材料");
        labels.put("evidence.described", "补充佐证材料说明");
        labels.put("evidence.removed", "撤回佐证材料");
        labels.put("notice.messageSent", "发出消息");
        labels.put("notice.messageRead", "消息签收");
        labels.put("petition.joined", "并案");
        labels.put("petition.split", "从并案拆出");
        labels.put("petition.related", "认定有关联，分别办理");
        labels.put("petition.notRepeated", "认定不重复");
        labels.put("petition.repeated", "重复信访");
        labels.put("petition.answerCarried", "并案办理结果带入答复稿");
        labels.put("petition.carriedAnswerEdited", "修改并案答复稿");
        labels.put("petition.mentionResolved", "文中所述重复件已找到");
        labels.put("petition.lookBackProposed", "重复信访，建议回头看");
        labels.put("petition.lookBackAccepted", "安排回头看");
        labels.put("petition.lookBackDeclined", "不回头看");
        labels.put("petition.masked", "公开文本脱敏确认");
        labels.put("petition.maskingReturned", "公开文本退回重核");
        labels.put("petition.published", "公开");
        labels.put("petition.publicationUpdated", "公开内容更新");
        labels.put("petition.publicationCorrected", "公开内容更正");
        labels.put("petition.publicationWithdrawn", "撤回公开");
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
