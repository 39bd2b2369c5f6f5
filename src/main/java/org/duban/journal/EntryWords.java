package org.duban.journal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in a few of the office's words what an entry is about, for lists; the entry itself says everything. */
public final class EntryWords {

    private static final int MOST = 4;

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("Claim", "认领任务"),
            Map.entry("Assign", "指派任务"),
            Map.entry("Complete", "办结任务"),
            Map.entry("Create", "启动流程"),
            Map.entry("Delete", "删除"),
            Map.entry("DeleteHistory", "删除历史"),
            Map.entry("ModifyProcessInstance", "修改流程走向"),
            Map.entry("RestartProcessInstance", "重新启动流程"),
            Map.entry("Migrate", "迁移流程版本"),
            Map.entry("SetVariable", "手工修改变量"),
            Map.entry("SetVariables", "手工修改变量"),
            Map.entry("ModifyVariable", "手工修改变量"),
            Map.entry("RemoveVariable", "手工删除变量"),
            Map.entry("SetJobRetries", "重试后台作业"),
            Map.entry("Execute", "立即执行后台作业"),
            Map.entry("SetDueDate", "修改到期时间"),
            Map.entry("RecalculateDueDate", "重新计算到期时间"),
            Map.entry("SetPriority", "修改优先级"),
            Map.entry("SetOwner", "修改任务归属"),
            Map.entry("Delegate", "转交任务"),
            Map.entry("Resolve", "交回任务"),
            Map.entry("AddUserLink", "增加办理人"),
            Map.entry("DeleteUserLink", "移除办理人"),
            Map.entry("AddGroupLink", "增加办理单位"),
            Map.entry("DeleteGroupLink", "移除办理单位"),
            Map.entry("CorrelateMessage", "发送流程消息"),
            Map.entry("CreateIncident", "登记故障"),
            Map.entry("SetAnnotation", "填写备注"),
            Map.entry("ClearAnnotation", "清除备注"),
            Map.entry("UpdateComment", "修改批注"),
            Map.entry("DeleteComment", "删除批注"),
            Map.entry("AddAttachment", "添加附件"),
            Map.entry("DeleteAttachment", "删除附件"),
            Map.entry("Suspend", "暂停"),
            Map.entry("Activate", "恢复"),
            Map.entry("SuspendJob", "暂停后台作业"),
            Map.entry("ActivateJob", "恢复后台作业"),
            Map.entry("SetRemovalTime", "修改历史保留期"),
            Map.entry("UpdateHistoryTimeToLive", "修改历史保留期"));

    private static final Map<String, String> FILES = Map.of(
            "evidence.handedIn", "上传佐证材料",
            "evidence.described", "补充佐证材料说明",
            "evidence.removed", "撤回佐证材料",
            "evidence.filed", "提交佐证材料",
            "notice.paperIssued", "出具文书",
            "notice.paperWithdrawn", "撤回文书",
            "notice.served", "送达文书",
            "notice.deliveryFailed", "文书未送到",
            "notice.notSent", "文书不再发送",
            "notice.signedFor", "签收文书");

    private EntryWords() {}

    /** A few words for the whole entry. */
    public static String of(Map<String, Object> body) {
        Set<String> words = new LinkedHashSet<>();
        for (Map<?, ?> event : events(body)) {
            String word = word(event);
            if (word != null) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return "系统处理";
        }
        String joined = String.join("；", words.stream().limit(MOST).toList());
        return words.size() > MOST ? joined + "等" : joined;
    }

    /** What was done by hand. */
    public static String intervention(Map<String, Object> body) {
        Set<String> words = new LinkedHashSet<>();
        for (Map<?, ?> event : events(body)) {
            if (Boolean.TRUE.equals(event.get("intervention"))) {
                words.add(operation(event));
            }
        }
        return String.join("；", words);
    }

    /** The events of an entry's body. */
    @SuppressWarnings("unchecked")
    public static List<Map<?, ?>> events(Map<String, Object> body) {
        return body.get("events") instanceof List<?> list ? (List<Map<?, ?>>) list : List.of();
    }

    private static String word(Map<?, ?> event) {
        return switch (String.valueOf(event.get("kind"))) {
            case "task.complete" -> "办结“" + event.get("name") + "”";
            case "task.create" -> "新任务“" + event.get("name") + "”";
            case "task.delete" -> "任务“" + event.get("name") + "”取消";
            case "process.start" -> "启动流程";
            case "process.end" -> "流程结束";
            case "job.fail" -> "后台作业失败";
            case "incident.create" -> "出现故障";
            case "decision" -> "规则判定“" + event.get("name") + "”";
            case "operation" -> "Complete".equals(event.get("operation")) ? null : operation(event);
            case "fact" -> FILES.get(String.valueOf(event.get("type")));
            default -> null;
        };
    }

    private static String operation(Map<?, ?> event) {
        return operation(String.valueOf(event.get("operation")));
    }

    /** An operation of the engine's log, such as {@code SetVariable}. */
    public static String operation(String type) {
        return OPERATIONS.getOrDefault(type, "其他手工操作");
    }
}
