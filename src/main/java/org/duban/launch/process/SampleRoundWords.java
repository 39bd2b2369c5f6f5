package org.duban.launch.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.round.RoundItem;

/** What the sample city's units write into their tables. */
final class SampleRoundWords {

    private static final int ALL = 100;
    private static final int LOTS = 10;
    private static final int BEHIND = 2;
    private static final int BEFORE_WORK = 20;

    private static final List<String> WORK = List.of(
            "施工单位已进场，完成工程量过半，现场留有影像记录。",
            "完成管网排查并列出混接点清单，正在逐点改造。",
            "设备已安装到位，正在调试，出水水质每日检测一次。",
            "已督促企业停用问题设施并签订清运合同，清运台账逐车登记。",
            "完成招标并签订合同，正在办理开工手续。",
            "清理工作完成大部分，裸露地块已复绿，余下部分按计划推进。");

    private static final List<String> TROUBLE =
            List.of("雨季施工受阻，进度滞后，拟增加班组赶工。", "配套资金尚未到位，需财政部门协调。", "占道施工手续未批复，需住建、城管部门协调。");

    private SampleRoundWords() {}

    /** One row: unchanged now and then, behind schedule now and then. */
    static Map<String, Object> row(RoundItem item, int number) {
        int lot = Math.floorMod(item.problem().value().hashCode(), LOTS);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", item.problem().value());
        boolean said = item.last() != null && (item.standing() || item.last().actual() != null);
        if (said && (lot + number) % 3 != 0) {
            row.put("unchanged", true);
            return row;
        }
        row.put("text", text(item, lot));
        if (!item.standing()) {
            int actual = actual(item, lot);
            row.put("actual", actual);
            if (item.planned() != null && actual < item.planned()) {
                row.put("issue", TROUBLE.get(lot % TROUBLE.size()));
            }
        }
        return row;
    }

    private static String text(RoundItem item, int lot) {
        return switch (item.state()) {
            case "待签收" -> "已收到交办事项，正在核对点位和责任分工。";
            case "制定方案" -> "已到现场逐项核对，正在起草整改方案。";
            case "方案待审" -> "整改方案已报送，等待审核。";
            case "整改中" -> finished(item, lot) ? "各项措施已经完成，正在整理申报材料。" : WORK.get(lot % WORK.size());
            case "长期坚持" -> "按月巡查并登记台账，本月没有发现反弹。";
            default -> "整改措施已全部落实，正在履行验收销号程序。";
        };
    }

    private static int actual(RoundItem item, int lot) {
        int planned = item.planned() == null ? 0 : item.planned();
        return switch (item.state()) {
            case "待签收", "制定方案", "方案待审" -> Math.min(planned, BEFORE_WORK);
            case "整改中" -> finished(item, lot) ? ALL : working(planned, lot);
            default -> ALL;
        };
    }

    private static int working(int planned, int lot) {
        return lot < BEHIND || planned == ALL ? planned * 6 / LOTS + lot : Math.min(ALL - 5, planned + lot);
    }

    // What was due by now is mostly done.
    private static boolean finished(RoundItem item, int lot) {
        return item.planned() != null && item.planned() == ALL && lot > 2;
    }
}
