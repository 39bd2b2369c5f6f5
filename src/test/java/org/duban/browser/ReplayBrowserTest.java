package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.replay.Relapse;
import org.duban.replay.Replay;
import org.duban.replay.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An auditor plays a case back that was returned twice, got a yellow card and relapsed. */
@DubanTest
@ExtendWith(Chromium.class)
class ReplayBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    Replay replay;

    @Autowired
    CityClock clock;

    private final Album album = new Album(Path.of("target/pictures"));
    private Playwright playwright;
    private Browser chromium;
    private String no;
    private int last;

    /** The yellow card about the case, and the step that tells of its issue. */
    private String card;

    private long issued;

    @BeforeEach
    void aClosedCaseRelapsed() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        new CaseDriver(application).on("2026-03-02");
        no = Relapse.withYellowCard(application).no().value();
        List<Step> steps = replay.overview(no).orElseThrow().steps();
        last = steps.size();
        issued = step(steps, "签发送达警示通知书");
        card = replay.step(no, issued).orElseThrow().difference().linked().get(0);
    }

    private static long step(List<Step> steps, String what) {
        return steps.stream()
                .filter(one -> one.what().startsWith(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + what + " in " + steps))
                .step();
    }

    @AfterEach
    void everybodyGoesHome() {
        clock.reset();
        chromium.close();
        playwright.close();
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
    }

    @Test
    void anAuditorStepsThroughReturnsCardAndRelapse() {
        Officer auditor = Officer.logIn(chromium, "http://127.0.0.1:" + port, "auditor", 1400);
        Page page = auditor.opens("/audit");
        page.locator("form[role=search]").getByLabel("案号").fill(no);
        button(page, "回放").click();
        assertThat(page.locator(".replay-verdict")).containsText("记录完整");
        at(page, 1);
        assertThat(page.locator(".replay-step")).containsText("登记");

        page.getByText("下一步", new Page.GetByTextOptions().setExact(true)).click();
        at(page, 2);
        page.locator("main h1").click();
        page.keyboard().press("ArrowRight");
        at(page, 3);
        page.keyboard().press("ArrowLeft");
        at(page, 2);
        long step = twoReturns(page);
        page.locator("#replay-next").click();
        at(page, step + 1);
        page.evaluate("window.scrollTo(0, 0)");
        album.keep(page, "replay");
        aNoteBesideTheStep(page, step + 1);
        byDateAndPlaying(page);
        theCardFoldsInAndOut(auditor);
        theRelapse(page);
        onPaper(page);
        auditor.leaves();
        onATelephone();
    }

    /** Each return is a step of its own, with its form and the state before and after. */
    private long twoReturns(Page page) {
        long[] returns = replay.overview(no).orElseThrow().steps().stream()
                .filter(step -> step.what().startsWith("退单"))
                .mapToLong(Step::step)
                .toArray();
        assertThat(returns).hasSize(2);
        for (long step : returns) {
            page.locator("#replay-steps tr[data-step='" + step + "']").click();
            at(page, step);
            Locator state = page.locator(".replay-changes tr").filter(new Locator.FilterOptions().setHasText("状态"));
            assertThat(state).containsText("待签收");
            assertThat(state).containsText("退单待裁定");
            assertThat(page.locator(".replay-what .replay-paper")).containsText("点位不在本辖区");
        }
        assertThat(page).hasURL(Pattern.compile("step=" + returns[1] + "$"));
        page.reload();
        at(page, returns[1]);
        return returns[1];
    }

    /** Written beside the step that was reached without loading the page anew. */
    private void aNoteBesideTheStep(Page page, long step) {
        page.locator(".replay-notes summary").click();
        page.locator(".replay-notes textarea").fill("裁定理由待核对");
        button(page, "记在第 " + step + " 步").click();
        assertThat(page.locator(".audit-notes")).containsText("裁定理由待核对");
        page.locator(".audit-notes a").first().click();
        at(page, step);
    }

    private void byDateAndPlaying(Page page) {
        page.locator("[name=on]").fill("2026-03-09");
        button(page, "看当日").click();
        assertThat(page.locator(".replay-state .badge")).hasText("整改中");
        assertThat(page.locator(".replay-state")).containsText("申报完成");
        long step = Long.parseLong(page.locator(".replay-step").getAttribute("data-step"));
        page.locator("#replay-speed").selectOption("600");
        button(page, "播放").click();
        at(page, step + 2);
        button(page, "暂停").click();
    }

    /** What the card's own record tells of the step stands beside it; its replay shows by which rule it was given. */
    private void theCardFoldsInAndOut(Officer auditor) {
        Page page = auditor.opens("/audit/cases/" + no + "?step=" + issued);
        at(page, issued);
        Locator linked = page.locator(".replay-linked details").filter(new Locator.FilterOptions().setHasText(card));
        Locator told = linked.locator(".replay-beside li");
        assertThat(told).hasCount(0);
        linked.locator("summary").click();
        assertThat(told.filter(new Locator.FilterOptions().setHasText("签发送达")).first())
                .isVisible();
        page.locator(".replay-what h2").scrollIntoViewIfNeeded();
        album.keep(page, "replay-card");
        linked.locator("summary").click();
        assertThat(told.first()).isHidden();
        linked.locator("summary").click();
        told.locator("a").first().click();
        assertThat(page.locator("main h1")).containsText(card);
        // Keys are heard once the picture is drawn.
        assertThat(page.locator("#replay-diagram")).hasAttribute("data-drawn", Pattern.compile("\\d+"));
        page.keyboard().press("Home");
        at(page, 1);
        theRuleIsLit(page, "发牌规则");
        auditor.opens("/audit/cases/" + no + "?step=" + issued);
        at(page, issued);
        page.keyboard().press("Home");
        at(page, 1);
        theRuleIsLit(page, "期限规则");
    }

    private static void theRuleIsLit(Page page, String table) {
        Locator rules = page.locator(".replay-table").filter(new Locator.FilterOptions().setHasText(table));
        rules.first().locator("details summary").click();
        Locator lit = rules.first().locator("details .rule-matched");
        assertThat(lit).hasCount(1);
        assertThat(lit).isVisible();
        assertThat((String) lit.locator("td").first().evaluate("one => getComputedStyle(one).backgroundColor"))
                .isNotEqualTo(rules.first()
                        .locator("details tr:not(.rule-matched) td")
                        .first()
                        .evaluate("one => getComputedStyle(one).backgroundColor"));
    }

    /** Words and picture of the step are printed, what one presses is not. */
    private void onPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("#replay-bar")).isHidden();
        assertThat(page.locator("#replay-diagram svg").first()).isVisible();
        assertThat(page.locator(".replay-what h2")).isVisible();
        album.keepWhole(page, "replay-print");
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void theRelapse(Page page) {
        page.locator("main h1").click();
        page.keyboard().press("End");
        at(page, last);
        assertThat(page.locator(".replay-fields").first()).isVisible();
        assertThat(page.locator("#replay-runs button")).hasCount(2);
        assertThat(page.locator(".replay-state")).containsText("第 2 轮");
        page.locator("#replay-runs button").first().click();
        assertThat(page.locator("#replay-runs button").first()).hasAttribute("aria-selected", "true");
        album.keepWhole(page, "replay-end");
    }

    private void onATelephone() {
        Officer auditor = Officer.logIn(chromium, "http://127.0.0.1:" + port, "auditor", 390);
        Page page = auditor.opens("/audit/cases/" + no + "?step=3");
        at(page, 3);
        album.keepWhole(page, "replay-390");
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).isLessThanOrEqualTo(390);
        auditor.leaves();
    }

    /** The words and the picture show that step. */
    private static void at(Page page, long step) {
        assertThat(page.locator(".replay-step")).hasAttribute("data-step", String.valueOf(step));
        assertThat(page.locator("#replay-diagram")).hasAttribute("data-drawn", String.valueOf(step));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
