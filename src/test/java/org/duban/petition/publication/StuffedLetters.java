package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.List;

/** Letters and answers full of made-up personal data, each with what must never come out of the house. */
final class StuffedLetters {

    /** @param secrets what stands in the text and must not stand in what is published */
    record Stuffed(String body, String findings, String handling, List<String> secrets) {}

    private StuffedLetters() {}

    static List<Stuffed> all() {
        List<Stuffed> letters = new ArrayList<>();
        add(letters, "村民王小明来电反映，某鞋厂夜间排放废气。联系电话13800138001，请尽快处理。", "王小明", "13800138001");
        add(letters, "联系人：陈建国，手机 138 0013 8002，家住阳光小区3幢502室，油烟扰民。", "陈建国", "138 0013 8002", "13800138002", "502");
        add(letters, "举报人李志强（身份证350582198001011234）称，石材厂粉尘大。", "李志强", "350582198001011234");
        add(letters, "旧证号码350582800101123的业主林海洋多次投诉噪声。", "350582800101123", "林海洋");
        add(letters, "渣土车闽C12345、闽C·6789A 和新能源车闽CD12345 夜间偷倒。", "C12345", "6789A", "D12345");
        add(
                letters,
                "可加微信号 wx_abc-123，QQ：123456789，邮箱 some.body@example.com 联系。",
                "wx_abc-123",
                "123456789",
                "some.body",
                "example.com");
        add(letters, "赔偿款请打到卡号6222 0200 0000 0000 003，户名黄秀英。", "6222 0200", "黄秀英");
        add(letters, "请打０５９５－２２５０００００或１３８００１３８００３。", "２２５０００００", "１３８００１３８００３");
        add(letters, "电话一三八零零一三八零零四，张丽女士接听。", "一三八零零一三八零零四", "张丽");
        add(letters, "业主吴天来、许大山和郑阿财联名反映小区污水外溢。", "吴天来", "许大山", "郑阿财");
        add(letters, "<b>村民</b><script>alert('13800138005')</script>周文杰反映，厂区冒黑烟。", "13800138005");
        add(letters, "我叫欧阳娜娜，住12号楼2单元301，楼下烧烤店到凌晨。", "欧阳娜娜", "301");
        add(letters, "养殖户老板杨大勇威胁举报人，说“找138-0013-8006”。", "杨大勇", "138-0013-8006");
        add(letters, "盼望解决。\n黄美珍\n2090年6月1日", "黄美珍");
        add(letters, "来电人给了座机22500008，分机801，要求回访。", "22500008");
        letters.add(new Stuffed(
                "某洗砂场污水直排。",
                "经查，洗砂场负责人曾国庆（电话13800138007）承认夜间生产，闽C88888货车运砂。",
                "对法定代表人蔡明辉立案处罚，给予镇干部苏文彬警告。当事人账号6222020000000000004。",
                List.of("曾国庆", "13800138007", "C88888", "蔡明辉", "苏文彬", "6222020000000000004")));
        return letters;
    }

    private static void add(List<Stuffed> letters, String body, String... secrets) {
        letters.add(new Stuffed(body, "经现场核查，" + body, "已约谈有关人员，并回访：" + body, List.of(secrets)));
    }
}
