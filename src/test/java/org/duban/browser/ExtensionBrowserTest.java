package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Asking for time as a clerk meets it in Tasklist, and what the coordinator makes of it at the desk. */
@DubanTest
@ExtendWith(Chromium.class)
class ExtensionBrowserTest {

    private static final String WHY = "期限已于 2026-04-30 到期，逾期不再受理延期申请";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    private final List<Officer> officers = new ArrayList<>();
    private Playwright playwright;
    private Browser chromium;
    private CaseDriver office;

    @BeforeEach
    void rectifying() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("BX1", Deadline.on(LocalDate.of(2026, 4, 30)), "350582"));
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
    void aClerkAsksTooLateAndIsToldWhyAndInTimeAndIsGrantedIt() {
        Officer clerk = arrives("clerk350582");
        Locator limits = tooLateTheButtonSaysWhy(clerk);
        asksWhileItPasses(clerk, limits);
        inTimeItIsAccepted(limits);
        office.as(Journey.HEAD).does("UserTask_SignRequest", "{\"decision\":\"sign\"}");
        isGrantedInBulk(arrives("coordinator"));
        theCasePageShowsBothDaysAndWhy(clerk);
    }

    private Locator tooLateTheButtonSaysWhy(Officer clerk) {
        office.on("2026-05-06");
        Locator limits = limits(clerk);
        assertThat(button(limits, "申请延期")).isDisabled();
        assertThat(limits).containsText(WHY);
        office.on("2026-04-20");
        return limits(clerk);
    }

    /** The panel was opened in time and sent too late: the server has the last word, and nothing typed is lost. */
    private void asksWhileItPasses(Officer clerk, Locator limits) {
        button(limits, "申请延期").click();
        limits.getByLabel("希望延到的日期").fill("2026-05-20");
        limits.getByLabel("申请理由").fill("连续降雨，沉淀池无法清淤");
        limits.getByLabel("目前进展").fill("三处点位已完成两处");
        office.on("2026-05-06");
        button(limits, "提交申请").click();
        assertThat(limits.locator(".df-fault")).containsText(WHY);
        assertThat(limits.getByLabel("申请理由")).hasValue("连续降雨，沉淀池无法清淤");
    }

    private void inTimeItIsAccepted(Locator limits) {
        office.on("2026-04-20");
        button(limits, "提交申请").click();
        assertThat(limits).containsText("延期申请已提交，等待本单位负责人审签。");
        assertThat(limits).containsText("希望延到 2026年5月20日");
        assertThat(button(limits, "申请延期")).isDisabled();
        office.runJobs();
    }

    private void isGrantedInBulk(Officer coordinator) {
        Page page = coordinator.opens("/desk/requests");
        Locator row = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(office.no().value()));
        assertThat(row).containsText("连续降雨，沉淀池无法清淤");
        assertThat(row).containsText("第 1 次，共可 2 次");
        row.getByRole(AriaRole.CHECKBOX).check();
        page.getByLabel("审批意见").fill("情况属实，请抓紧");
        button(page.locator("main"), "同意所选").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("延期：已同意");
        office.runJobs();
    }

    private void theCasePageShowsBothDaysAndWhy(Officer clerk) {
        Page page = clerk.opens("/desk/cases/" + office.no());
        Locator limit = page.locator(".case-limit")
                .filter(new Locator.FilterOptions().setHasText("整改时限"))
                .first();
        assertThat(limit.locator("s")).hasText("2026-04-30");
        assertThat(limit.locator("summary")).containsText("2026-05-20");
        limit.locator("summary").click();
        assertThat(limit).containsText("案件自身定有时限，到期日 2026-04-30（周四）。");
        assertThat(limit).containsText("延期：到期日由 2026-04-30 改为 2026-05-20");
        assertThat(page.locator("#requests")).containsText("同意延到 2026-05-20");
        Locator counted = page.locator(".case-limit")
                .filter(new Locator.FilterOptions().setHasText("办理：签收"))
                .first();
        page.getByText("已办结的期限").click();
        counted.locator("summary").click();
        assertThat(counted).containsText("2026-03-03（周二）");
        assertThat(counted).containsText("到期日 2026-03-04（周三）。");
    }

    private Locator limits(Officer clerk) {
        Tasklist tasklist = clerk.tasklist().search(office.no().value());
        tasklist.tasks().filter(new Locator.FilterOptions().setHasText("申报完成")).click();
        Locator limits = clerk.page().locator(".df-limits");
        assertThat(limits).containsText("整改时限");
        return limits;
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    private Officer arrives(String username) {
        Officer officer = Officer.logIn(chromium, "http://127.0.0.1:" + port, username, 1400);
        officers.add(officer);
        return officer;
    }
}
