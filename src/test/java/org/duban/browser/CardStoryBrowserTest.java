package org.duban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.DubanTest;
import org.duban.card.Card;
import org.duban.card.Cards;
import org.duban.deadline.DeadlineWatch;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.launch.SamplePicture;
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

/**
 * A card from the day a problem is late to the day it is lifted, as coordinator, leader and the unit's clerk see it, each
 * at a browser of their own. What the office does a second time is done without one.
 */
@DubanTest
@ExtendWith(Chromium.class)
class CardStoryBrowserTest {

    private static final String DEMAND = "六月底前完成全部截污纳管";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    @Autowired
    Cards cards;

    @Autowired
    DeadlineWatch watch;

    private final List<Officer> officers = new ArrayList<>();
    private Playwright playwright;
    private Browser chromium;
    private CaseDriver problem;
    private CaseDriver card;

    @BeforeEach
    void aProblemOfJinjiang() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Chromium.playwright();
        chromium = Chromium.launch(playwright);
        new CaseDriver(application).on("2064-03-03");
        problem = Journey.rectifying(
                application, CaseDriver.row("BK1", Deadline.on(LocalDate.of(2064, 4, 30)), "350582"));
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
    void aLateProblemGetsYellowTurnsRedAndIsLifted() throws IOException {
        itGoesLate();
        Officer coordinator = arrives("coordinator");
        theCoordinatorKeepsTheProposal(coordinator);
        theLeaderApproves(arrives("leader"));
        Officer clerk = arrives("clerk350582");
        theUnitSignsForTheNotice(clerk);
        theNoticeIsAWordFile(clerk);
        theAnswerIsMissedAndItTurnsRed();
        theUnitAnswersAndApplies(clerk);
        itIsLookedAtAndLifted();
        theCardTellsTheWholeStory(clerk);
        caseAndUnitTellOfIt(coordinator);
    }

    private void itGoesLate() {
        problem.on("2064-05-05");
        while (watch.sweep()) {
            // As the model's loop does.
        }
        List<Card> about = cards.about(problem.no());
        assertThat(about).hasSize(1);
        card = new CaseDriver(application).take(about.get(0).no());
    }

    private void theCoordinatorKeepsTheProposal(Officer coordinator) {
        Page page = coordinator.opens("/desk/cards");
        Locator proposal = board(page);
        assertThat(proposal).containsText("建议黄牌");
        assertThat(proposal).containsText("已超期 5 天，未完成整改");
        assertThat(proposal).containsText("重要程度高");
        assertThat(proposal).containsText("发牌规则");
        proposal.getByLabel("整改要求").fill(DEMAND);
        press(proposal, "同意发牌");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已审核，送领导审批");
        card.runJobs();
    }

    private void theLeaderApproves(Officer leader) {
        Page page = leader.opens("/desk/cards");
        Locator proposal = board(page);
        assertThat(proposal).containsText("审核：同意发牌");
        assertThat(proposal).containsText(DEMAND);
        press(proposal, "同意发牌");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已批准");
        card.runJobs();
    }

    private void theUnitSignsForTheNotice(Officer clerk) {
        clerk.tasklist()
                .search(card.no().value())
                .claim("签收警示通知书")
                .fill("备注", "已收悉，报主要负责人")
                .complete();
        card.runJobs();
    }

    private void theNoticeIsAWordFile(Officer clerk) throws IOException {
        Page page = clerk.opens("/desk/cards/" + card.no());
        Locator papers = page.locator("#papers");
        assertThat(papers).containsText("签收");
        Download file = page.waitForDownload(
                () -> papers.getByRole(AriaRole.LINK).first().click());
        try (InputStream bytes = Files.newInputStream(file.path());
                XWPFDocument word = new XWPFDocument(bytes);
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            assertThat(text.getText())
                    .contains("黄牌")
                    .contains("晋江市")
                    .contains(DEMAND)
                    .contains("超期 5 天");
        }
    }

    private void theAnswerIsMissedAndItTurnsRed() {
        LocalDate due = cards.file(card.no()).orElseThrow().card().replyDueOn();
        clock.freezeAt(
                due.plusDays(1).atTime(LocalTime.of(0, 1)).atZone(Zones.CITY).toInstant());
        card.fireDueTimers();
        card.as("coordinator").does("UserTask_ReviewCard", "{\"decision\":\"keep\",\"demand\":\"五个工作日内说明原因\"}");
        card.as("leader").does("UserTask_ApproveCard", "{\"decision\":\"approve\"}");
        assertThat(cards.file(card.no()).orElseThrow().card().level()).isEqualTo(2);
        card.as("clerk350582").does("UserTask_SignForCard", "{}");
    }

    private void theUnitAnswersAndApplies(Officer clerk) {
        clerk.tasklist()
                .search(card.no().value())
                .claim("整改并书面答复")
                .fill("整改情况", "十二处直排口全部封堵，污水接入市政管网")
                .complete();
        card.runJobs();
        card.as("coordinator").does("UserTask_CheckCardReply", "{\"decision\":\"pass\"}");
        TaskForm form = clerk.tasklist().search(card.no().value()).claim("申请摘牌");
        form.fill("整改完成情况", "断面连续两月达标");
        form.evidence()
                .attach(new FilePayload("断面照片.jpg", "image/jpeg", SamplePicture.jpeg(64, true)))
                .taken(LocalDate.now(clock), "梅溪断面");
        form.complete();
        card.runJobs();
    }

    private void itIsLookedAtAndLifted() {
        card.as("coordinator")
                .does(
                        "UserTask_CheckLifting",
                        "{\"visitedOn\":\"%s\",\"visitors\":\"陈一、林二\",\"decision\":\"pass\",\"opinion\":\"整改到位\"}"
                                .formatted(LocalDate.now(clock)));
        card.as("leader").does("UserTask_ApproveLifting", "{\"decision\":\"approve\"}");
    }

    private void theCardTellsTheWholeStory(Officer clerk) {
        Page page = clerk.opens("/desk/cards/" + card.no());
        assertThat(page.locator(".case-head")).containsText("已摘牌");
        Locator story = page.locator(".case-history");
        for (String said : List.of("签发黄牌警示通知书", "签收警示通知书", "黄牌转为红牌", "书面答复", "申请摘牌", "现场核查：通过", "摘牌，签发解除通知书")) {
            assertThat(story).containsText(said);
        }
        assertThat(page.locator("#papers article")).hasCount(3);
        assertThat(page.locator("#consequences")).containsText("考核扣分");
    }

    private void caseAndUnitTellOfIt(Officer coordinator) {
        Page page = coordinator.opens("/desk/cases/" + problem.no());
        assertThat(page.locator("#cards")).containsText(card.no().value());
        assertThat(page.locator("#cards")).containsText("已摘牌");
        page = coordinator.opens("/desk/cards/units/350582?from=2064-01-01&to=2064-12-31");
        Locator record = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(card.no().value()));
        assertThat(record.filter(new Locator.FilterOptions().setHasText("黄牌转红牌")))
                .hasCount(1);
        assertThat(record.filter(new Locator.FilterOptions().setHasText("摘牌")).first())
                .isVisible();
    }

    /** The card on the board, where other tests' proposals stand too. */
    private Locator board(Page page) {
        Locator own = page.locator("article[id='" + card.no() + "']");
        Locator next = page.getByText("下一页");
        while (own.count() == 0 && next.count() > 0) {
            next.click();
            page.waitForLoadState();
        }
        return own;
    }

    private static void press(Locator where, String name) {
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private Officer arrives(String username) {
        Officer officer = Officer.logIn(chromium, "http://127.0.0.1:" + port, username, 1400);
        officers.add(officer);
        return officer;
    }
}
