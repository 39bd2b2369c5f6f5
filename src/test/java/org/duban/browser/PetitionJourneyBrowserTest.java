package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.duban.petition.Identity;
import org.duban.petition.LetterDriver;
import org.duban.petition.PetitionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A letter split between two counties, in the forms of those who handle it. */
@DubanTest
@ExtendWith(Chromium.class)
class PetitionJourneyBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    private final Album album = new Album(Path.of("target/pictures"));
    private final List<Officer> officers = new ArrayList<>();
    private LetterDriver letter;
    private Playwright playwright;
    private Browser chromium;

    @BeforeEach
    void aLetterCame() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        letter = new LetterDriver(application)
                .on("2078-03-02")
                .batchLetter(
                        31,
                        new Identity("陈信访", "13805951234", null, "陈埭镇某村 8 号", null),
                        "晋江市陈埭镇鞋厂夜间排放刺鼻气味，村民陈信访来电13805951234。");
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
    void aLetterIsSplitSignedAnsweredAndSignedAgainWithoutAnybodySeeingWhoWroteIt() {
        Officer coordinator = arrives("coordinator");
        TaskForm dispatch = opened(coordinator, "查重转办");
        dispatch.choose("转办给承办单位");
        Page desk = coordinator.page();
        press(desk, "增加一个单位");
        desk.locator(".df-share select").nth(1).selectOption(LetterDriver.NANAN);
        dispatch.submit();
        assertThat(dispatch.refusal()).containsText("份额");
        desk.locator(".df-share input").nth(0).fill("0.7");
        desk.locator(".df-share input").nth(1).fill("0.3");
        assertThat(desk.getByText("合计 1，正好。")).isVisible();
        album.keepWhole(desk, "letter-dispatch");
        dispatch.complete();
        letter.office().runJobs();

        Officer clerk = arrives("clerk" + LetterDriver.JINJIANG);
        TaskForm sign = opened(clerk, "签收");
        assertThat(sign.facts()).containsText("份额 0.7");
        assertThat(sign.facts()).containsText("实名（身份已隐藏）");
        org.assertj.core.api.Assertions.assertThat(clerk.page().content()).doesNotContain("陈信访", "13805951234", "某村");
        sign.choose("签收，由本单位办理");
        album.keepWhole(clerk.page(), "letter-sign");
        sign.complete();
        letter.office().runJobs();

        TaskForm findings = opened(clerk, "调查核实");
        findings.submit();
        assertThat(findings.refusal()).containsText("请选择是否属实");
        clerk.page().getByLabel("部分属实").check();
        findings.fill("调查核实情况", "3 月 2 日夜间现场核查，涂胶工序未密闭，气味外溢；未发现偷排。");
        findings.fill("处理和整改情况", "责令停用该工序的敞开式设备，限期安装收集治理设施。");
        clerk.page().getByLabel("已办结").first().check();
        findings.fill("立案处罚", "1").fill("罚款金额", "30000");
        album.keepWhole(clerk.page(), "letter-findings");
        findings.complete();
        letter.office().runJobs();

        Officer head = arrives("head" + LetterDriver.JINJIANG);
        TaskForm headSign = opened(head, "单位审签");
        assertThat(headSign.panel("各单位报送情况")).containsText("罚款 30000 元");
        headSign.choose("同意报出");
        album.keepWhole(head.page(), "letter-head-sign");
        headSign.complete();
        letter.office().runJobs();
        letter.signed(LetterDriver.NANAN).answered(LetterDriver.done(), LetterDriver.NANAN);

        TaskForm combine = opened(head, "汇总答复");
        assertThat(combine.field("调查核实情况")).hasValue(Pattern.compile("晋江[\\s\\S]*南安"));
        album.keepWhole(head.page(), "letter-combine");
        combine.complete();
        letter.office().runJobs();

        TaskForm review = opened(coordinator, "材料审核");
        review.choose("二次派单，退回重新调查");
        review.submit();
        assertThat(review.refusal()).containsText("请写明哪里没有查清");
        review.choose("通过");
        album.keepWhole(coordinator.page(), "letter-review");
        review.complete();
        letter.office().runJobs();
        assertThat(letter.state()).isEqualTo(PetitionState.CALL_BACK);
        isPublished(coordinator);

        TaskForm callBack = opened(coordinator, "回访信访人");
        callBack.choose("不满意");
        callBack.fill("回访情况", "夜间仍有气味");
        album.keepWhole(coordinator.page(), "letter-call-back");
        callBack.complete();
        letter.office().runJobs();
        fitsAPhone();
    }

    /** One person masks, another releases, and a stranger reads what is left. */
    private void isPublished(Officer coordinator) {
        String desk = "/desk/publication/" + letter.letter().letter().batch();
        Page first = coordinator.opens(desk + "/letters/" + letter.no());
        assertThat(first.getByText("建议遮盖")).isVisible();
        assertThat(first.getByLabel("交办问题基本情况公开稿")).not().hasValue(Pattern.compile("13805951234|陈信访"));
        album.keepWhole(first, "letter-publication");
        press(first, "确认公开稿");
        assertThat(first.getByText("待发布").first()).isVisible();

        Page second = arrives("coordinator2").opens(desk + "?stage=TO_RELEASE");
        second.getByLabel("勾选 " + letter.letter().letter().upstreamNo()).check();
        press(second, "发布所选");
        assertThat(second.getByText("已公开").first()).isVisible();
        letter.office().runJobs();
        String address = second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("公开页"))
                .getAttribute("href");

        Page stranger = chromium.newPage();
        stranger.navigate("http://127.0.0.1:" + port + address);
        assertThat(stranger.getByText(letter.letter().letter().upstreamNo())).isVisible();
        assertThat(stranger.getByText("鞋厂夜间排放刺鼻气味").first()).isVisible();
        org.assertj.core.api.Assertions.assertThat(stranger.content()).doesNotContain("陈信访", "13805951234");
        album.keepWhole(stranger, "letter-public");
        String guessed = address.substring(0, address.length() - 4) + "aaaa";
        org.assertj.core.api.Assertions.assertThat(
                        stranger.navigate("http://127.0.0.1:" + port + guessed).status())
                .isEqualTo(404);
        stranger.close();
    }

    private void fitsAPhone() {
        String task = letter.office().tasks("UserTask_Investigate").stream()
                .map(one -> one.getId())
                .filter(id -> LetterDriver.JINJIANG.equals(
                        letter.office().taskVariables(id).get("unit")))
                .findFirst()
                .orElseThrow();
        Officer phone = Officer.logIn(chromium, "http://127.0.0.1:" + port, "clerk" + LetterDriver.JINJIANG, 390);
        officers.add(phone);
        phone.tasklist().follow(task);
        assertThat(phone.page().getByText("信访人不满意的理由")).isVisible();
        Number wide = (Number) phone.page()
                .locator("form.df-form")
                .evaluate("form => Math.max(form.scrollWidth, ...[...form.querySelectorAll('*')]"
                        + ".map(one => one.getBoundingClientRect().right - form.getBoundingClientRect().left))"
                        + " - form.clientWidth");
        assertThat(wide.doubleValue()).as("pixels beyond the form").isLessThan(2);
        album.keepWhole(phone.page(), "letter-findings-phone");
    }

    private TaskForm opened(Officer officer, String task) {
        return officer.tasklist().search(letter.no().value()).claim(task);
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
