package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Share;
import org.duban.problem.CaseDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A batch of fifteen letters at 17:40: from the file to the counties before the office closes, in few clicks. */
@DubanTest
@ExtendWith(Chromium.class)
class BatchEveningBrowserTest {

    private static final String INSPECTION = "傍晚测试省级督察";
    private static final String FISH = "洛阳江口红树林旁的鱼露加工坊把腥臭废水直接排进滩涂，退潮后泥滩发黑，附近村民关窗睡觉。";
    private static final String FISH_AGAIN = "洛阳江口红树林旁的鱼露加工坊仍把腥臭废水直接排进滩涂，退潮后泥滩发黑，请尽快查处。";
    private static final String KILN = "磁灶镇张林村陶瓷窑炉夜间冒黑烟，烧焦味飘进小学教室，家长多次反映没有结果。";
    private static final String KILN_AGAIN = "磁灶镇张林村陶瓷窑炉夜间还在冒黑烟，烧焦味飘进小学教室，学生咳嗽不止。";
    private static final List<String> OTHERS = List.of(
            "石井镇码头堆场露天堆煤，刮风天煤灰落满晾晒的紫菜。",
            "罗溪镇山坳里有人倾倒装修垃圾，堵住灌溉水渠。",
            "净峰镇一处碎石场爆破震裂民房墙面，粉尘遮天。",
            "水头镇石材锯片声从清晨响到半夜，老人血压升高。",
            "梧林古村边的电镀小作坊渗出绿色液体，菜地枯死。",
            "霞美镇污水泵站长期停用，雨天井盖喷涌。",
            "九日山脚下新开的养鸭场臭味熏人，苍蝇成群。",
            "黄塘溪上游洗砂船昼夜作业，河水浑黄见不到底。",
            "东石镇废旧轮胎炼油点半夜点火，方圆两里呛鼻。",
            "官桥镇粮油市场后巷餐馆油烟管道正对居民窗户。",
            "辋川镇海堤外非法围网养鲍，废弃泡沫漂满湾口。");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    BatchStore batches;

    @Autowired
    PetitionStore petitions;

    @Autowired
    CityClock clock;

    private final Album album = new Album(Path.of("target/pictures"));
    private final List<Officer> officers = new ArrayList<>();
    private Playwright playwright;
    private Browser chromium;

    @BeforeEach
    void evening() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        clock.freezeAt(
                LocalDateTime.parse("2079-03-10T17:40:00").atZone(Zones.CITY).toInstant());
    }

    @AfterEach
    void everybodyGoesHome() {
        officers.forEach(Officer::leaves);
        chromium.close();
        playwright.close();
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
        clock.reset();
    }

    @Test
    void fifteenLettersAreWithTheCountiesTheSameEvening() {
        Officer coordinator = arrives("coordinator");
        Page desk = coordinator.page();
        desk.onDialog(Dialog::accept);
        imported(coordinator);

        Batch batch = batches.find(new Batch.Key(INSPECTION, "", 3)).orElseThrow();
        coordinator.opens("/desk/batches/" + batch.id());
        assertThat(counter(desk, "收件")).hasText("15");
        assertThat(desk.getByText("按建议全部转办（15 件）")).isVisible();
        assertThat(row(desk, 14)).containsText("疑似重复");
        assertThat(row(desk, 15)).containsText("疑似重复");
        assertThat(row(desk, 5)).not().containsText("疑似重复");
        album.keepWhole(desk, "batch");

        joins(coordinator);

        for (int serial : List.of(3, 4, 5)) {
            coordinator.opens("/desk/batches/" + batch.id());
            splits(row(desk, serial));
        }
        assertThat(row(desk, 3)).containsText("0.7");
        press(desk, "按建议全部转办");
        assertThat(counter(desk, "已转办")).hasText("15");
        album.keepWhole(desk, "batch-dispatched");

        List<Petition> letters = petitions.ofBatch(batch.id());
        assertThat(letters).hasSize(15);
        assertThat(letters)
                .filteredOn(letter -> letter.state() == PetitionState.FOLDED)
                .extracting(letter -> letter.letter().upstreamNo())
                .containsExactly(number(14));
        assertThat(letters.stream()
                        .flatMap(letter -> letter.shares().stream())
                        .map(Share::share)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("one share each, but for the letter answered with its main letter")
                .isEqualByComparingTo("14");
        assertThat(desk.getByText("件数、份额与来文一致，可以封批")).isVisible();

        signs(letters.stream()
                .filter(letter -> number(3).equals(letter.letter().upstreamNo()))
                .findFirst()
                .orElseThrow());
        coordinator.opens("/desk/batches/" + batch.id());
        assertThat(row(desk, 3)).containsText("晋江");
    }

    private void imported(Officer coordinator) {
        Page desk = coordinator.opens("/desk/import?kind=petitions");
        desk.getByLabel("把清单文件拖到这里")
                .setInputFiles(new FilePayload("第三批.csv", "text/csv", file().getBytes(StandardCharsets.UTF_8)));
        press(desk, "上传并检查");
        assertThat(desk.getByText("还没有写入任何数据")).isVisible();
        press(desk, "确认导入");
        assertThat(desk.locator(".import-counts li").filter(new Locator.FilterOptions().setHasText("已新增")))
                .containsText("15");
        assertThat(desk.getByText("查看批次，转办")).isVisible();
    }

    private static String file() {
        List<String> bodies = new ArrayList<>(List.of(FISH, KILN));
        bodies.addAll(OTHERS);
        bodies.addAll(List.of(FISH_AGAIN, KILN_AGAIN));
        StringBuilder file = new StringBuilder("序号,受理编号,督察来源,批次,行政区域,污染类型,交办问题基本情况\n");
        for (int i = 1; i <= bodies.size(); i++) {
            file.append("%d,%s,%s,第三批,%s,%s,%s\n"
                    .formatted(
                            i,
                            number(i),
                            INSPECTION,
                            bodies.get(i - 1).startsWith("洛阳江") ? "惠安县" : "晋江市",
                            i % 2 == 0 ? "大气" : "水",
                            bodies.get(i - 1)));
        }
        return file.toString();
    }

    private static String number(int serial) {
        return "X9FJ20790310%04d".formatted(serial);
    }

    /** Two letters of one site become one matter with two answers. */
    private void joins(Officer coordinator) {
        Page desk = coordinator.opens("/desk/repeats");
        Locator pair = desk.locator(".repeat-pair")
                .filter(new Locator.FilterOptions().setHasText(number(1)))
                .first();
        assertThat(pair).containsText("正文");
        album.keepWhole(desk, "repeats");
        pair.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("并案"))
                .click();
        assertThat(desk.getByRole(AriaRole.STATUS).first()).isVisible();
    }

    private static void splits(Locator row) {
        row.getByText("改单位、份额").click();
        row.getByLabel("承办单位 1").selectOption("350582");
        row.getByLabel("份额 1").fill("0.7");
        row.getByLabel("承办单位 2").selectOption("350583");
        row.getByLabel("份额 2").fill("0.3");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转办本件"))
                .click();
    }

    private void signs(Petition letter) {
        new CaseDriver(application).take(letter.no());
        Officer clerk = arrives("clerk350582");
        TaskForm sign = clerk.tasklist().search(letter.no().value()).claim("签收");
        sign.choose("签收，由本单位办理");
        sign.complete();
        new CaseDriver(application).take(letter.no());
        assertThat(clerk.tasklist().search(letter.no().value()).tasks()).containsText(new String[] {"调查核实"});
    }

    private static Locator row(Page desk, int serial) {
        return desk.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(number(serial)))
                .first();
    }

    private static Locator counter(Page desk, String word) {
        return desk.locator(".batch-clock li")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first()
                .locator("b");
    }

    private Officer arrives(String username) {
        Officer officer = Officer.logIn(chromium, "http://127.0.0.1:" + port, username, 1400);
        officers.add(officer);
        return officer;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
