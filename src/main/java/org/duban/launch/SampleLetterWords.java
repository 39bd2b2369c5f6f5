package org.duban.launch;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Letters of the sample city, put together from parts in wording of our own. The same seed writes the same letters, so
 * that a loading that goes on after a stop finds them again.
 */
final class SampleLetterWords {

    /** A letter in the making. */
    record Text(String district, String place, List<String> types, String body, String findings, String handling) {}

    record Found(String findings, String handling) {}

    /** What is complained of: who, what it does, what comes of it, and its kind. */
    private record Matter(
            String type,
            String also,
            String source,
            List<String> acts,
            List<String> harms,
            String found,
            String done) {}

    private static final Map<String, List<String>> TOWNS = Map.ofEntries(
            Map.entry("350502", List.of("江南街道", "浮桥街道", "金龙街道", "常泰街道")),
            Map.entry("350503", List.of("北峰街道", "城东街道", "东海街道", "清源街道")),
            Map.entry("350504", List.of("万安街道", "河市镇", "马甲镇", "双阳街道")),
            Map.entry("350505", List.of("南埔镇", "后龙镇", "涂岭镇", "峰尾镇")),
            Map.entry("350521", List.of("螺阳镇", "黄塘镇", "东桥镇", "崇武镇", "涂寨镇")),
            Map.entry("350524", List.of("城厢镇", "参内镇", "官桥镇", "龙门镇", "湖头镇")),
            Map.entry("350525", List.of("五里街镇", "达埔镇", "蓬壶镇", "岵山镇")),
            Map.entry("350526", List.of("浔中镇", "三班镇", "龙浔镇", "盖德镇")),
            Map.entry("350581", List.of("灵秀镇", "宝盖镇", "蚶江镇", "鸿山镇")),
            Map.entry("350582", List.of("陈埭镇", "池店镇", "磁灶镇", "安海镇", "东石镇", "内坑镇", "西园街道")),
            Map.entry("350583", List.of("水头镇", "石井镇", "官桥镇", "霞美镇", "洪濑镇", "美林街道")));
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("350502", "鲤城区"),
            Map.entry("350503", "丰泽区"),
            Map.entry("350504", "洛江区"),
            Map.entry("350505", "泉港区"),
            Map.entry("350521", "惠安县"),
            Map.entry("350524", "安溪县"),
            Map.entry("350525", "永春县"),
            Map.entry("350526", "德化县"),
            Map.entry("350581", "石狮市"),
            Map.entry("350582", "晋江市"),
            Map.entry("350583", "南安市"));
    /** Counties by how many letters they draw. */
    private static final List<String> DRAW = List.of(
            "350582", "350582", "350582", "350582", "350582", "350583", "350583", "350583", "350583", "350521",
            "350521", "350581", "350581", "350524", "350524", "350503", "350502", "350505", "350504", "350525",
            "350526");

    private static final List<String> SPOTS =
            List.of("某村口", "某工业小区内", "某小学旁", "某安置房南侧", "某村老人活动中心附近", "某桥头下游", "某住宅楼底层", "省道边", "某菜市场后面", "某村溪边");
    private static final List<String> WHEN = List.of("每天夜里", "近半年来", "入夏以来", "凌晨时分", "每逢下雨", "白天停、晚上开，", "周末", "今年年初起");
    private static final List<String> WISHES =
            List.of("多次向村里反映没有结果，希望上级查处。", "盼望尽快解决。", "请实地看一看。", "附近住户意见很大。", "希望督促整改到位，不要走过场。", "请问什么时候能处理？");
    private static final List<Matter> MATTERS = List.of(
            new Matter(
                    "大气",
                    null,
                    "鞋材厂",
                    List.of("敞开车间刷胶", "废气不经处理外排", "活性炭长期不换"),
                    List.of("刺鼻气味飘进住户家里", "关窗也挡不住异味"),
                    "车间集气罩破损，废气收集不全",
                    "责令修复集气设施、更换活性炭，复测达标"),
            new Matter(
                    "大气",
                    "噪声",
                    "石材加工点",
                    List.of("切割打磨没有围挡", "粉料露天堆放", "喷淋设施不开"),
                    List.of("粉尘落满阳台", "机器声吵得睡不着"),
                    "厂区粉尘无组织排放，喷淋时开时停",
                    "补齐围挡和喷淋，调整作业时间"),
            new Matter(
                    "水",
                    null,
                    "印染作坊",
                    List.of("废水偷排进水沟", "把污水抽到雨水井", "沉淀池溢流"),
                    List.of("沟水变成紫红色", "溪里的鱼死了不少"),
                    "雨污管道混接，有少量废水进入雨水沟",
                    "封堵混接口，清理沟渠，立案查处"),
            new Matter(
                    "水",
                    "大气",
                    "养猪场",
                    List.of("粪水直排山沟", "化粪池没有防渗", "清栏时冲水下河"),
                    List.of("臭气难忍、苍蝇成群", "井水有异味"),
                    "粪污储存池容积不足，雨天有外溢",
                    "扩建储存池，签订消纳协议，限期清栏"),
            new Matter(
                    "噪声",
                    null,
                    "五金冲压厂",
                    List.of("冲床昼夜不停", "空压机装在窗边", "卸货不避午休"),
                    List.of("老人心慌睡不好", "孩子没法写作业"),
                    "夜间厂界噪声超出标准",
                    "设备移位并加装隔声罩，夜间停止冲压"),
            new Matter(
                    "油烟",
                    "噪声",
                    "烧烤店",
                    List.of("油烟直排小巷", "净化器只装不开", "在人行道上烤制"),
                    List.of("楼上衣服全是油味", "吵到凌晨两三点"),
                    "油烟净化器未及时清洗，排口朝向住户",
                    "清洗设备、改造排口，占道摊位已清理"),
            new Matter(
                    "扬尘",
                    null,
                    "在建工地",
                    List.of("裸土没有覆盖", "渣土车带泥上路", "围挡喷淋形同虚设"),
                    List.of("马路一片黄灰", "出门要戴口罩"),
                    "工地出入口冲洗不到位，局部裸土未覆盖",
                    "补盖防尘网，完善冲洗，扣除文明施工分"),
            new Matter(
                    "垃圾",
                    "水",
                    "废品收购点",
                    List.of("塑料露天清洗", "焚烧电线皮", "垃圾堆到溪边"),
                    List.of("黑烟呛人", "下雨冲得到处都是"),
                    "存在露天堆放，无防雨防渗措施",
                    "清运垃圾并取缔，恢复场地"),
            new Matter(
                    "生态",
                    null,
                    "采石场",
                    List.of("越界开挖", "山体裸露多年不复绿", "便道占用林地"),
                    List.of("一下雨泥水冲进农田", "山头被挖掉半边"),
                    "边坡复绿进度滞后，截排水沟不完整",
                    "补修截排水沟，编制复绿方案并分期实施"),
            new Matter(
                    "固废",
                    "土壤",
                    "皮革厂",
                    List.of("污泥乱倒荒地", "危废间混放", "边角料就地填埋"),
                    List.of("地里寸草不生", "担心污染菜地"),
                    "一般固废台账不全，少量边角料露天存放",
                    "转移至规范贮存间，完善台账，检测土壤"),
            new Matter(
                    "海洋",
                    "垃圾",
                    "海上养殖户",
                    List.of("弃置泡沫浮球", "网袋丢在滩涂", "船上油污排海"),
                    List.of("海漂垃圾冲上沙滩", "滩涂发黑"),
                    "岸线有零星海漂垃圾和废弃浮球",
                    "组织清理岸线，更换环保浮球"));

    private final Random random;

    SampleLetterWords(long seed) {
        random = new Random(seed);
    }

    Text next() {
        Matter matter = MATTERS.get(random.nextInt(MATTERS.size()));
        boolean coast = matter.type().equals("海洋");
        String district = coast ? any(List.of("350521", "350581", "350505", "350582")) : any(DRAW);
        String town = any(TOWNS.get(district));
        String place = NAMES.get(district) + town + any(SPOTS);
        String firm = "一家" + matter.source();
        String body =
                switch (random.nextInt(4)) {
                    case 0 ->
                        place + firm + any(WHEN) + any(matter.acts()) + "，" + any(matter.harms()) + "。" + any(WISHES);
                    case 1 ->
                        any(WHEN) + "，" + place + "的" + matter.source() + any(matter.acts()) + "，" + any(matter.harms())
                                + "。";
                    case 2 ->
                        "反映" + place + firm + any(matter.acts()) + "、" + any(matter.acts()) + "；" + any(matter.harms())
                                + "，" + any(WISHES);
                    default ->
                        "我们是" + NAMES.get(district) + town + "居民，" + any(SPOTS) + firm + any(WHEN) + any(matter.acts())
                                + "，" + any(matter.harms()) + "。" + any(WISHES);
                };
        List<String> types = matter.also() != null && random.nextInt(3) == 0
                ? List.of(matter.type(), matter.also())
                : List.of(matter.type());
        return new Text(district, town, types, body, "经现场核查，" + matter.found() + "。", matter.done() + "。");
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String region(Text text) {
        return name(text.district());
    }

    static String name(String district) {
        return NAMES.get(district);
    }

    /** What is found and done about a letter these words were put together for. */
    static Found found(String body) {
        return MATTERS.stream()
                .filter(matter -> body.contains(matter.source()))
                .findFirst()
                .map(matter -> new Found("经现场核查，" + matter.found() + "。", matter.done() + "。"))
                .orElseThrow(() -> new IllegalArgumentException("not a letter of the sample: " + body));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
