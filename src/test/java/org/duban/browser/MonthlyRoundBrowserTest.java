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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.round.Round;
import org.duban.round.RoundItem;
import org.duban.round.RoundOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A county with twelve problems reports a month in which almost nothing changed, and the coordinator watches, chases the
 * silent and freezes.
 */
@DubanTest
@ExtendWith(Chromium.class)
class MonthlyRoundBrowserTest {

    private static final String COUNTY = "350525";
    private static final int A_MINUTE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient db;

    private final Album album = new Album(Path.of("target/pictures"));
    private final List<Officer> officers = new ArrayList<>();
    private RoundOffice office;
    private Playwright playwright;
    private Browser chromium;

    @BeforeEach
    void lastMonthWasReported() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        office = new RoundOffice(application).at("2047-03-25T09:00:00");
        office.problems(COUNTY, "北渠", 12, LocalDate.of(2047, 12, 31));
        office.problems("350524", "西溪", 1, LocalDate.of(2047, 12, 31));
        Round march = office.open("2047-03");
        office.reports(march, COUNTY, office.form(march, COUNTY, "混接点已全部查清，正在逐点改造，已完成一半以上。", 60));
        office.freeze(march);
    }

    @AfterEach
    void everybodyGoesHome() {
        officers.forEach(Officer::leaves);
        chromium.close();
        playwright.close();
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
        office.tidy();
    }

    @Test
    void twelveProblemsOfWhichOneChangedAreReportedInUnderAMinute() {
        Round april = office.at("2047-04-25T09:00:00").open("2047-04");
        Officer clerk = arrives("clerk" + COUNTY, 1400);
        Tasklist tasklist = clerk.tasklist().search(april.no().value());
        assertThat(tasklist.tasks()).containsText(new String[] {"2047年4月调度"});
        fitsAPhone(april);

        double begun = now(clerk.page());
        TaskForm form = tasklist.claim("填报月调度");
        press(clerk.page(), "全部无变化");
        assertThat(clerk.page().getByText("已填 12 / 12")).isVisible();
        Locator third = clerk.page().locator(".df-round-row").nth(2);
        third.getByLabel("与上月相同").uncheck();
        assertThat(third.getByLabel("本月进展")).hasValue("混接点已全部查清，正在逐点改造，已完成一半以上。");
        third.getByLabel("实际进度").fill("75");
        album.keepWhole(clerk.page(), "round-form");
        form.complete();
        assertThat(now(clerk.page()) - begun).as("milliseconds in the browser").isLessThan(A_MINUTE);
        office.runJobs(april);

        onlyTheDifferenceIsStored(april);
        theCoordinatorSeesChasesAndFreezes(april);
    }

    private void fitsAPhone(Round april) {
        Officer phone = arrives("clerk" + COUNTY, 390);
        phone.tasklist().follow(office.task(april, COUNTY).getId());
        assertThat(phone.page().getByText("全部无变化")).isVisible();
        Number wide = (Number) phone.page()
                .locator("form.df-form")
                .evaluate("form => Math.max(form.scrollWidth, ...[...form.querySelectorAll('*')]"
                        + ".map(one => one.getBoundingClientRect().right - form.getBoundingClientRect().left))"
                        + " - form.clientWidth");
        assertThat(wide.doubleValue()).as("pixels beyond the form").isLessThan(2);
        phone.page().getByText("全部无变化").scrollIntoViewIfNeeded();
        album.keep(phone.page(), "round-form-phone");
        officers.remove(phone);
        phone.leaves();
    }

    private void onlyTheDifferenceIsStored(Round april) {
        List<RoundItem> table = office.table(april, COUNTY);
        CaseNo changed = table.get(2).problem();
        assertThat(table).filteredOn(item -> item.said().unchanged()).hasSize(11);
        assertThat(table.get(2).said().actual()).isEqualTo(75);
        assertThat(db.sql("select count(*) from round_item where no = :no and unit_code = :unit"
                                + " and (text is not null or issue is not null or actual is not null)")
                        .param("no", april.no().value())
                        .param("unit", COUNTY)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(db.sql(
                                "select text is null and actual = 75 from round_item where no = :no and problem_no = :problem")
                        .param("no", april.no().value())
                        .param("problem", changed.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void theCoordinatorSeesChasesAndFreezes(Round april) {
        Officer coordinator = arrives("coordinator", 1400);
        Page page = coordinator.opens("/desk/rounds");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2047年4月调度"))
                .click();
        Locator county = page.locator(".round-units tbody tr").filter(new Locator.FilterOptions().setHasText("永春县"));
        assertThat(county).containsText("已报");
        page.onDialog(Dialog::accept);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^催报 \\d+ 个未报单位$")))
                .click();
        assertThat(page.getByText("个未报单位催报，时间已记录")).isVisible();
        county.getByRole(AriaRole.LINK).click();
        assertThat(page.getByText("永春县填报的内容")).isVisible();
        album.keepWhole(page, "round");
        press(page, "冻结本轮");
        assertThat(page.getByText("已冻结，以后的改动进下一个月")).isVisible();
        office.runJobs(april);
        assertThat(office.task(april, COUNTY)).isNull();
    }

    private static double now(Page page) {
        return ((Number) page.evaluate("performance.timeOrigin + performance.now()")).doubleValue();
    }

    private Officer arrives(String username, int width) {
        Officer officer = Officer.logIn(chromium, "http://127.0.0.1:" + port, username, width);
        officers.add(officer);
        return officer;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
