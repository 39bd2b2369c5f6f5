package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.duban.launch.SamplePicture;
import org.duban.problem.CaseDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The whole way of one problem as its people see it: from a row in a workbook to struck off, each at a browser of their
 * own. The engine's continuations are run by hand after each step, and time is moved when a period has to pass.
 */
@DubanTest
@ExtendWith(Chromium.class)
class ProblemJourneyBrowserTest {

    private static final String STONE = "灵源街道林口片区三家石材加工点沉淀池破损，雨天白色泥浆漫入村道边沟";
    private static final String POND = "崇武镇潮乐片区对虾塘换水期尾水未经沉淀直接入海，岸边泡沫成带";
    private static final LocalDate LIMIT = LocalDate.of(2026, 6, 30);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    private final Album album = new Album(Path.of("target/pictures"));
    private final List<Officer> officers = new ArrayList<>();
    private Playwright playwright;
    private Browser chromium;
    private CaseDriver office;
    private OtherCounty huian;
    private String stone;
    private String pond;

    @BeforeEach
    void aMondayMorning() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        office = new CaseDriver(application).on("2026-03-02");
        huian = new OtherCounty(new Program(city(), "clerk350521"));
    }

    @AfterEach
    void everybodyGoesHome() {
        clock.reset();
        officers.forEach(Officer::leaves);
        chromium.close();
        playwright.close();
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }

    @Test
    void aProblemGoesFromARowInAWorkbookToStruckOff() {
        Officer coordinator = arrives("coordinator");
        importsTheList(coordinator);
        findsItInTheLedger(coordinator);

        Officer clerk = arrives("clerk350582");
        signsFor(clerk);
        otherCountySeesOnlyItsOwn(arrives("clerk350521"));
        makesThePlan(clerk);
        reviewsThePlan(coordinator);

        office.on("2026-05-18");
        reportsWithTwoPhotos(clerk);
        otherCountySeesNothing();

        Officer head = arrives("head350582");
        signsTheReport(head);
        checksPreliminarily(head);
        verifies(arrives("clerk35050012"));
        otherCountySeesNothing();

        thePublicNoticePasses(coordinator);
        strikesOff(arrives("leader"));
        theCasePageSaysSo(coordinator);
        otherCountySeesNothing();
    }

    private void importsTheList(Officer coordinator) {
        FilePayload workbook = new ProblemWorkbook("2026年春季巡查发现问题清单")
                .row(
                        "1",
                        "春季巡查",
                        "晋江市",
                        STONE + "。",
                        "水、固废",
                        "晋江市灵源街道林口片区",
                        "晋江市",
                        "晋江市",
                        "市生态环境局",
                        "2026年6月30日前",
                        "边沟清水长流，泥浆不出厂",
                        "1.重做三级沉淀池；2.清掏村道边沟；3.建立雨前巡查",
                        "高")
                .row(
                        "2",
                        "春季巡查",
                        "惠安县",
                        POND + "。",
                        "海洋",
                        "惠安县崇武镇潮乐片区",
                        "惠安县",
                        "惠安县",
                        "市生态环境局",
                        "2026年9月底前",
                        "尾水达标排放",
                        "1.建设集中沉淀塘；2.公示换水时段",
                        "中")
                .named("春季巡查清单.xlsx");
        Page page = coordinator.opens("/desk/import");
        page.getByLabel("把清单文件拖到这里").setInputFiles(workbook);
        press(page, "上传并检查");
        assertThat(page.getByText("还没有写入任何数据")).isVisible();
        assertThat(page.locator(".import-counts li").filter(new Locator.FilterOptions().setHasText("将新增")))
                .containsText("2");
        album.keepWhole(page, "import");

        press(page, "确认导入");
        assertThat(page.locator(".import-counts li").filter(new Locator.FilterOptions().setHasText("已新增")))
                .containsText("2");
    }

    private void findsItInTheLedger(Officer coordinator) {
        pond = numberInLedger(coordinator, POND);
        stone = numberInLedger(coordinator, STONE);
        new CaseDriver(application).take(CaseNo.of(pond));
        office.take(CaseNo.of(stone));
        album.keepWhole(coordinator.opens("/desk"), "ledger");
    }

    private String numberInLedger(Officer coordinator, String problem) {
        Page page = coordinator.opens("/desk");
        page.getByLabel("检索").fill(problem.substring(0, 8));
        press(page, "筛选");
        Locator number = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^WT")));
        assertThat(number).hasCount(1);
        assertThat(page.locator(".ledger-table")).containsText(problem);
        return number.innerText();
    }

    private void signsFor(Officer clerk) {
        Tasklist tasklist = clerk.tasklist().search(stone);
        assertThat(tasklist.tasks()).containsText(new String[] {stone});
        TaskForm form = tasklist.claim("签收");
        assertThat(form.facts()).containsText(STONE);
        album.keep(clerk.page(), "tasklist");

        form.submit();
        assertThat(form.refusal()).containsText("请选择签收或退单。");
        form.choose("签收，由本单位牵头办理");
        complete(form);
    }

    private void otherCountySeesOnlyItsOwn(Officer stranger) {
        Tasklist tasklist = stranger.tasklist();
        assertThat(tasklist.search(pond).tasks()).hasCount(1);
        assertThat(tasklist.search(stone).nothingFound()).isVisible();
        assertThat(tasklist.follow(waiting()).page().locator("form.df-form")).hasCount(0);
        stranger.opens("/desk/cases/" + stone);
        assertThat(stranger.page().getByText(STONE)).hasCount(0);
        huian.findsOwn(pond);
        otherCountySeesNothing();
    }

    private void otherCountySeesNothing() {
        huian.findsNothing(stone, office.process().getId());
        office.tasks().forEach(task -> huian.reachesNoTask(task.getId()));
        evidence().forEach(huian::opensNoEvidence);
    }

    private void makesThePlan(Officer clerk) {
        TaskForm form = clerk.tasklist().search(stone).claim("制定方案");
        form.fill("整改目标", "三家加工点泥浆不出厂，边沟雨后一日内恢复清水。");
        form.measure(1).fill("重做三级沉淀池并铺设防渗层", LIMIT.plusDays(15), "陈江海");
        form.measure(2).fill("清掏村道边沟八百米，淤泥送制砖厂", LocalDate.of(2026, 4, 30), "陈江海");
        form.measure(3).fill("每次雨前巡查并留影像，纳入网格日志", LIMIT, "庄惠萍");
        form.fill("联系电话", "0595-0000 1234");

        form.submit();
        assertThat(form.refusal()).containsText("第 1 条的完成时限晚于整改时限 2026-06-30");
        assertThat(form.refusal()).containsText("请填写联系人。");
        assertThat(form.field("整改目标")).hasValue("三家加工点泥浆不出厂，边沟雨后一日内恢复清水。");

        form.measure(1).due(LIMIT);
        form.fill("联系人", "李添丁");
        complete(form);
    }

    private void reviewsThePlan(Officer coordinator) {
        TaskForm form = coordinator.tasklist().search(stone).claim("审核方案");
        assertThat(form.panel("整改方案")).containsText("清掏村道边沟八百米");
        form.choose("通过");
        complete(form);
    }

    private void reportsWithTwoPhotos(Officer clerk) {
        TaskForm form = clerk.tasklist().search(stone).claim("申报完成");
        form.fill("整改完成情况", "三级沉淀池已建成并投用，边沟清掏完毕，雨后两次复看均为清水。");
        form.fill("完成日期", LocalDate.of(2026, 5, 15));
        form.criteria().forEach(criterion -> criterion.write("已逐项落实，资料见所附照片和台账。"));

        form.submit();
        assertThat(form.refusal()).containsText("还没有佐证材料，请至少上传一份照片或文件后再提交。");
        assertThat(form.field("整改完成情况")).hasValue(Pattern.compile("^三级沉淀池已建成"));

        LocalDate taken = LocalDate.of(2026, 5, 16);
        form.criterion("整改措施全部完成").drop(photo("沉淀池.jpg", 1)).taken(taken, "林口片区沉淀池");
        form.criterion("整改效果达到标准").attach(photo("村道边沟.jpg", 2)).taken(taken, "林口片区村道边沟");
        form.criterion("整改措施全部完成").section().scrollIntoViewIfNeeded();
        album.keep(clerk.page(), "form");
        complete(form);
        assertThat(evidence()).hasSize(2);
    }

    private void signsTheReport(Officer head) {
        TaskForm form = head.tasklist().search(stone).claim("单位负责人审签");
        assertThat(form.panel("申报情况").getByRole(AriaRole.IMG)).hasCount(2);
        form.choose("同意报出");
        complete(form);
    }

    private void checksPreliminarily(Officer head) {
        TaskForm form = head.tasklist().search(stone).claim("初验");
        form.choose("通过，报督导单位");
        form.fill("初验日期", LocalDate.of(2026, 5, 18));
        form.fill("签字的主要负责人", "洪金凤");
        form.fill("初验意见", "三处点位逐一看过，与申报一致。");
        complete(form);
    }

    private void verifies(Officer department) {
        TaskForm form = department.tasklist().search(stone).claim("核查验收");
        form.fill("现场核查日期", LocalDate.of(2026, 5, 18));
        form.fill("核查人员", "卢文彬、苏巧云");
        form.fill("核查验收意见", "五项标准均已达到，建议公示。");
        assertThat(form.criteria()).hasSize(5);
        form.criteria().forEach(TaskForm.Part::met);
        complete(form);
    }

    private void thePublicNoticePasses(Officer coordinator) {
        Page page = coordinator.opens("/desk/cases/" + stone);
        assertThat(page.locator(".case-head .badge")).hasText("公示中");
        assertThat(page.getByText("公示期满后自动转销号审批")).isVisible();
        office.fireNextTimer();
    }

    private void strikesOff(Officer leader) {
        TaskForm form = leader.tasklist().search(stone).claim("销号审批");
        assertThat(form.panel("公示情况")).containsText("没有已答复的异议");
        form.choose("同意销号");
        complete(form);
    }

    private void theCasePageSaysSo(Officer coordinator) {
        Page page = coordinator.opens("/desk/cases/" + stone);
        assertThat(page.locator(".case-head .badge")).hasText("已销号");
        assertThat(page.getByText("已销号，等待“回头看”到期。").or(page.getByText("已销号，等待“回头看”到期。")))
                .isVisible();
        assertThat(page.locator(".case-history")).containsText("申报完成");
        album.keep(page, "case");
    }

    private Officer arrives(String username) {
        Officer officer = Officer.logIn(chromium, city(), username, 1400);
        officers.add(officer);
        return officer;
    }

    private void complete(TaskForm form) {
        form.complete();
        office.runJobs();
    }

    private String waiting() {
        return office.tasks().get(0).getId();
    }

    private List<String> evidence() {
        List<String> ids = new ArrayList<>();
        new Program(city(), "coordinator")
                .read("/api/evidence?caseNo=" + stone)
                .forEach(piece -> ids.add(piece.get("id").asText()));
        return ids;
    }

    private String city() {
        return "http://127.0.0.1:" + port;
    }

    private static FilePayload photo(String name, long seed) {
        return new FilePayload(name, "image/jpeg", SamplePicture.jpeg(seed, true));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
