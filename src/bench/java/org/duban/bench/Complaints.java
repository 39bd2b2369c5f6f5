package org.duban.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Letters of our own wording about places and firms that do not exist, and the same matters told by somebody else. */
final class Complaints {

    private static final String NAME_CHARACTERS =
            "安白宝滨昌长朝成春翠大东丰福高观光桂国海和河恒红洪鸿后湖华环黄汇吉佳嘉建江金锦景九居开康兰乐莲林龙隆梅美民明南宁平坪浦前桥青清泉仁荣瑞三沙山上深盛石顺松台塘天田铁桐万文梧西溪下仙祥向霞晓新兴星秀旭雅岩洋一宜义银永玉园月云泽振中竹紫";
    private static final List<String> VILLAGE = List.of("村", "社区", "工业区", "路", "街", "小区");
    private static final List<String> FIRM =
            List.of("漂染厂", "石材厂", "养猪场", "鞋厂", "搅拌站", "食品厂", "化工厂", "砖厂", "烧烤店", "洗车场", "陶瓷厂", "树脂厂");
    private static final List<String> WHEN = List.of("夜间", "凌晨", "白天", "每逢下雨", "节假日", "近一个月来", "长期", "每天傍晚");
    private static final List<String> WHAT = List.of(
            "偷排黑色废水到沟渠，鱼虾死光",
            "烟囱冒黑烟，气味刺鼻",
            "粉尘飘到居民楼，窗户不敢开",
            "机器轰鸣，老人孩子睡不着",
            "把废渣倒在田里，庄稼枯死",
            "油烟直排，墙面发黄",
            "粪水漫流，苍蝇成群",
            "运输车辆带泥上路，扬尘很大",
            "填埋不明固体废物，地下水发臭",
            "砍掉防护林，水土流失");
    private static final List<String> HOW =
            List.of("没有办过环评手续", "治理设施成了摆设", "检查时关机、走后照旧", "曾被处罚仍不改", "离学校不到一百米", "紧挨着饮用水沟", "厂房是违章搭盖", "多次协商没有结果");
    private static final List<String> OPENING = List.of("投诉人反映：", "群众举报", "来电反映", "村民来信称，", "业主反映，");
    private static final List<String> CLOSING = List.of("希望有关部门尽快处理。", "请依法查处。", "恳请督察组现场核查。", "至今无人处理。", "");

    private static final List<String> ASIDE = List.of(
            "上次来检查的人只站在门口看了看",
            "环保局说已经整改，其实换了一根管子",
            "孩子放学路过都要捂着鼻子",
            "下游两口鱼塘翻了肚皮",
            "老板放话说上面有人",
            "晒的衣服一层黑灰",
            "井水烧开一层油花",
            "旁边就是幼儿园",
            "树叶都黄了",
            "运货的车把水泥路压烂了",
            "大雨一来污水倒灌进屋",
            "墙根堆着没有标签的铁桶",
            "去年也有人拍过照片",
            "围挡只有一人高",
            "排口用石板盖着",
            "烟囱比屋顶还矮",
            "半夜两点还在卸货",
            "租的是村里老仓库",
            "证照挂在墙上早就过期",
            "一停电就开柴油机");
    private static final int VILLAGES = 2_000;

    private final Random random;
    private final List<String> villages;
    private final List<String> towns;

    Complaints(long seed) {
        random = new Random(seed);
        towns = Stream.generate(() -> name(2) + "镇").limit(170).toList();
        villages = Stream.generate(() -> pick(towns) + name(2) + pick(VILLAGE))
                .limit(VILLAGES)
                .toList();
    }

    /** The facts of a matter, which letters word differently. */
    record Matter(String village, String firm, String what, String how) {}

    Matter matter() {
        return new Matter(pick(villages), name(2) + pick(FIRM), pick(WHAT), pick(HOW));
    }

    String letter(Matter matter) {
        StringBuilder letter = new StringBuilder(pick(OPENING) + matter.village() + "的" + matter.firm() + pick(WHEN)
                + matter.what() + "，" + matter.how() + "，" + pick(HOW) + "。" + pick(WHEN) + pick(WHAT));
        for (int asides = random.nextInt(6); asides > 0; asides--) {
            letter.append("，").append(name(2)).append(pick(ASIDE));
        }
        return letter.append("。").append(pick(CLOSING)).toString();
    }

    /** The same matter told by somebody else. */
    String again(Matter matter) {
        return pick(OPENING) + matter.village().substring(3) + "有家" + matter.firm() + "，" + pick(WHEN) + matter.what()
                + "，" + pick(ASIDE) + "，" + pick(ASIDE) + "。" + pick(CLOSING);
    }

    private String name(int length) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(NAME_CHARACTERS.charAt(random.nextInt(NAME_CHARACTERS.length())));
        }
        return name.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
