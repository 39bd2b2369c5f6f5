package org.duban.notice.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Drafts as an office would give them. */
public final class Drafts {

    public static final UnitCode JINJIANG = UnitCode.of("350582");
    public static final UnitCode HUIAN = UnitCode.of("350521");

    private Drafts() {}

    public static Draft warning(CaseNo no, Map<String, String> changed) {
        return draft(PaperKind.WARNING, no, changed);
    }

    public static Draft draft(PaperKind kind, CaseNo no, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>();
        kind.required().forEach(name -> fields.put(name, name + "的内容"));
        if (fields.containsKey(PaperField.COLOUR)) {
            fields.put(PaperField.COLOUR, PaperField.YELLOW);
        }
        fields.putAll(changed);
        return new Draft(kind, no, "test:" + UUID.randomUUID(), JINJIANG, List.of(HUIAN), fields);
    }

    /** As one reads: a real warning. */
    public static Map<String, String> story(String colour) {
        return Map.of(
                PaperField.PROBLEM, "晋江市安海镇排海口污水直排问题",
                PaperField.LIST_NO, "2022-017",
                PaperField.FACTS,
                        "一是整改进度连续两个月落后于序时进度，截至2月底仅完成管网铺设1.2公里，占计划的百分之三十五；" + "\n二是2月20日现场核查发现3号排口仍有污水外溢，有现场照片为证。",
                PaperField.COLOUR, colour,
                PaperField.CLAUSE, "《泉州市突出生态环境问题整改红黄牌警示机制（试行）》第六条",
                PaperField.DEMAND, "（一）3月15日前完成3号排口截污；\n（二）倒排剩余管网工期，逐周报送进度；\n（三）对同类排口开展排查。",
                PaperField.REPLY_BY, "2065年3月20日",
                PaperField.MORE_COPIES, "市纪委监委、市委组织部、市政府督查室");
    }
}
