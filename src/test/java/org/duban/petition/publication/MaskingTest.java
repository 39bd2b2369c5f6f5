package org.duban.petition.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed to be hidden, and what is left alone. */
class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "手机13800000001请回电|MOBILE|13800000001",
                "请打 138 0000 0002|MOBILE|138 0000 0002",
                "请打138-0000-0003联系|MOBILE|138-0000-0003",
                "联系方式１３８００００００４５|MOBILE|１３８００００００４５",
                "电话+86 13900000006|MOBILE|+86 13900000006",
                "电话1 3 8 0 0 0 0 0 0 0 7|MOBILE|1 3 8 0 0 0 0 0 0 0 7",
                "电话一三八零零零零零零零八|MOBILE|一三八零零零零零零零八",
                "电话：1.13800000009|MOBILE|13800000009",
                "电话138.0000.0010。|MOBILE|138.0000.0010",
                "vx13800000011|MOBILE|13800000011",
                "电话0595-22500000转801|LANDLINE|0595-22500000转801",
                "（0595）22500001|LANDLINE|0595）22500001",
                "电话059522500002|LANDLINE|059522500002",
                "电话:22500003|LANDLINE|22500003",
                "身份证350582198001011234|ID_CARD|350582198001011234",
                "身份证号35058219800101123X|ID_CARD|35058219800101123X",
                "证号350582 19800101 123x|ID_CARD|350582 19800101 123x",
                "旧证350582800101123。|ID_CARD|350582800101123",
                "３５０５８２１９８００１０１１２３４|ID_CARD|３５０５８２１９８００１０１１２３４",
                "车牌闽C12345经常倾倒|PLATE|闽C12345",
                "闽C·12345夜间出入|PLATE|闽C·12345",
                "京A12345|PLATE|京A12345",
                "新能源车闽CD12345|PLATE|闽CD12345",
                "闽 c 1b234挂着篷布|PLATE|闽 c 1b234",
                "渣土车牌号为C12345|PLATE|C12345",
                "邮箱some.body@example.com收|EMAIL|some.body@example.com",
                "邮箱somebody＠example．com|EMAIL|somebody＠example．com",
                "写信到_some.body@example.com|EMAIL|_some.body@example.com",
                "微信号：wx_body-01，请加|ACCOUNT|wx_body-01",
                "QQ：123456789|ACCOUNT|123456789",
                "卡号6222 0200 0000 0000 000|BANK_CARD|6222 0200 0000 0000 000",
                "6222020000000000|BANK_CARD|6222020000000000",
                "某小区3幢502室漏水|ROOM|3幢502室",
                "住12号楼2单元301|ROOM|12号楼2单元301",
                "家住温陵路88号，常年受扰|ROOM|88号",
                "来电号码138****5678|REMAINS|138****5678",
                "村民王小明反映|NAME|王小明",
                "业主李四称夜里很吵|NAME|李四",
                "联系人：陈建国|NAME|陈建国",
                "联系人是陈建国，住在本村|NAME|陈建国",
                "我叫欧阳娜娜|NAME|欧阳娜娜",
                "王小明先生多次来电|NAME|王小明",
                "请找张丽女士|NAME|张丽",
                "林志强，13800000012|NAME|林志强",
                "场主是郑阿财，其猪场无证|NAME|郑阿财",
                "给予镇长许大山警告|NAME|许大山",
                "法定代表人吴天来被约谈|NAME|吴天来",
                "村民李志强辱骂他人|NAME|李志强",
                "业主陈建兴、林海洋联名投诉|NAME|林海洋",
                "盼解决。\\n黄秀英\\n2023年12月1日|NAME|黄秀英",
                "收款人阿卜杜拉·买买提|NAME|阿卜杜拉·买买提",
            })
    void findsWhatGivesAPersonAway(String text, MaskKind kind, String hidden) {
        String plain = text.replace("\\n", "\n");

        assertThat(Masking.propose(plain)).as(plain).anySatisfy(mask -> {
            assertThat(mask.kind()).isEqualTo(kind);
            assertThat(mask.original(plain)).contains(hidden);
        });
        assertThat(Masking.masked(plain)).doesNotContain(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年12月9日至2023-12-22，督察组受理13800件，其中水4521件、大气22501件。",
                "闽环函〔2022〕13号、泉环委办〔2022〕138号、中督闽信转〔2023〕81号-1均已印发。",
                "受理编号X2FJ201908130070、D3FJ202312180041，案号XF2026-000123、WT2026-000001。",
                "统一社会信用代码91350500MA2Y000000，排污许可证91350500MA2Y000000001V。",
                "投资13800万元，占地131.71亩，距居民区200米，日处理22500吨，氨氮1.38毫克/升。",
                "GB 12348-2008、HJ 2.4-2021、GB/T 19095-2019标准，型号YC6A240-33，DN300管道，A12345型风机。",
                "投诉人反映：洛江区河市镇某养猪场污水直排。",
                "福湾路台山小区8号楼旁绿地被侵占，3室2厅的群租房油烟扰民。",
                "北高镇山前村飞成养猪场距最近居民住宅不到200米，恶臭扰民。",
                "村民高度关注，居民常年受扰，群众安全没有保障，业主多次向有关部门反映，居民时常闻到异味。",
                "陈埭镇王厝村、林边村和黄石镇七境村的村民反映周边工厂。",
                "责任人：无。负责人已被约谈，法人已缴清罚款3万元。",
                "泉州市鸿昌农牧开发有限公司、张三石材厂、王记小吃店已停业。",
                "2023年12月9日8时至20时，共13 批 15 件、16 件、17 件；12369、12345、110均有记录。",
                "村民王某、李某某反映，电话已登记。",
                "12月3日至5日，7时、15时、18时三次检查，昼间53、夜间48分贝。",
                "陈某某、附近居民和温陵路商户反映，李某某与洛江区某厂有纠纷。",
                "养殖户已签订承诺书，经营者拆除设施，业主代表参加了会议。",
            })
    void leavesInnocentTextAlone(String text) {
        assertThat(Masking.propose(text)).as(Masking.masked(text)).isEmpty();
    }

    @Test
    void hidesEveryNumberNotOnlyTheFirst() {
        String text = "电话13800000001、13800000002、13800000003，或0595-22500001、0595-22500002。";

        assertThat(Masking.masked(text)).doesNotContainPattern("[0-9]{4}");
        assertThat(Masking.propose(text)).hasSize(5);
    }

    @Test
    void hidesTheNamesOfAList() {
        assertThat(Masking.masked("村民王小明、李大山和陈阿花联名反映")).isEqualTo("村民王某某、李某某和陈某某联名反映");
        assertThat(Masking.masked("村民王某某、李大山和陈阿花联名反映")).isEqualTo("村民王某某、李某某和陈某某联名反映");
        assertThat(Masking.masked("村民王小明、李某某及陈阿花联名反映")).isEqualTo("村民王某某、李某某及陈某某联名反映");
        assertThat(Masking.masked("村民王小明夜里排污。王小明还威胁邻居。")).isEqualTo("村民王某某夜里排污。王某某还威胁邻居。");
    }

    @Test
    void hidesAKnownNameWhereverItStands() {
        List<Mask> masks = Masking.propose("这件事陶然最清楚", List.of("陶然"));

        assertThat(Masking.apply("这件事陶然最清楚", masks)).isEqualTo("这件事陶某最清楚");
    }

    @Test
    void leavesNothingToFindASecondTime() {
        String once = Masking.masked("村民王小明（身份证350582198001011234，电话138-0000-0001，家住新村3幢502室，车牌闽C12345）反映");

        assertThat(Masking.propose(once)).isEmpty();
        assertThat(once).isEqualTo("村民王某某（身份证******，电话***********，家住新村*幢*室，车牌闽******）反映");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "一", "1-", "a", "a@", "村民王小", "家住村", "138"})
    void aLongTextOfNothingButBeginningsIsReadInPassing(String beginning) {
        String text = beginning.repeat(20_000 / beginning.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Masking.propose(text));
    }

    @Test
    void emptyTextHasNothingToHide() {
        assertThat(Masking.propose("")).isEmpty();
        assertThat(Masking.propose(null)).isEmpty();
        assertThat(Masking.masked(null)).isNull();
    }
}
