package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.duban.DubanTest;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.card.DecidingMany.Outcome;
import org.duban.desk.card.UnitCards;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Cards as the office and the units see them. */
@DubanTest
class CardDeskTest {

    private static final Pattern NEXT = Pattern.compile("after=(HP\\d{4}-\\d{6})");

    private static final int YEAR = 2063;

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theBoardShowsTheFactsTheRuleAndWhichCardItWouldBe() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed();
        assertThat(boardWith(stage))
                .contains("已超期 5 天，未完成整改")
                .contains("重要程度高")
                .contains("/desk/settings/rules/CardDecision?version=1#Rule_LateHigh")
                .contains("张黄牌，本案第 1 张黄牌");
    }

    /** The page of the board that shows it, because other tests' proposals stand there too. */
    private String boardWith(CardStage stage) throws Exception {
        String after = "";
        while (after != null) {
            String page = as(
                            "coordinator",
                            get("/desk/cards")
                                    .param("unit", "350582")
                                    .param("colour", "YELLOW")
                                    .param("after", after))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            if (page.contains("id=\"" + stage.no() + "\"")) {
                return page;
            }
            Matcher next = NEXT.matcher(page);
            after = next.find() ? next.group(1) : null;
        }
        return fail("no page of the board shows " + stage.no());
    }

    @Test
    void severalProposalsAreReviewedAtOnceAndOneRefusalLosesNothingOfTheOthers() throws Exception {
        CardStage kept = CardStage.in(application, YEAR).proposed();
        CardStage refused = CardStage.in(application, YEAR).proposed();
        MockHttpServletRequestBuilder form = post("/desk/cards/reviews")
                .param("act", "keep")
                .param("no", kept.no().value(), refused.no().value())
                .param("demand." + kept.no(), "五月底前完成截污")
                .param("demand." + refused.no(), "");
        List<Outcome> outcomes = outcomes(as("coordinator", form)
                .andExpect(redirectedUrl("/desk/cards?tab=review"))
                .andExpect(flash().attributeExists("typed")));
        assertThat(outcomes).filteredOn(Outcome::done).extracting(Outcome::no).containsExactly(kept.no());
        assertThat(outcomes).filteredOn(one -> !one.done()).singleElement().satisfies(one -> assertThat(one.message())
                .contains("请填写整改要求"));
        assertThat(kept.card().state()).isEqualTo(CardState.REVIEWED);
        assertThat(refused.card().state()).isEqualTo(CardState.PROPOSED);
    }

    @Test
    void oneIsChangedWithAReasonAndTheLeaderApprovesItThere() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed();
        as(
                        "coordinator",
                        post("/desk/cards/reviews")
                                .param("act", "keep:" + stage.no())
                                .param("colour." + stage.no(), "RED")
                                .param("replyDays." + stage.no(), "7")
                                .param("demand." + stage.no(), "立即截污")
                                .param("reason." + stage.no(), "影响饮用水源"))
                .andExpect(status().is3xxRedirection());
        stage.runJobs();
        as("leader", get("/desk/cards"))
                .andExpect(content().string(containsString("意见：影响饮用水源")))
                .andExpect(content().string(containsString("value=\"approve:" + stage.no() + "\"")));
        as(
                "leader",
                post("/desk/cards/approvals")
                        .param("act", "approve")
                        .param("no", stage.no().value()));
        stage.runJobs();
        assertThat(stage.card().colour()).isEqualTo(CardColour.RED);
    }

    @Test
    void droppingNeedsAReasonAndStaysListedWithIt() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed();
        as(
                        "coordinator",
                        post("/desk/cards/reviews")
                                .param("act", "drop")
                                .param("no", stage.no().value()))
                .andExpect(flash().attribute("refusal", containsString("请写明理由")));
        as(
                "coordinator",
                post("/desk/cards/reviews")
                        .param("act", "drop")
                        .param("no", stage.no().value())
                        .param("reason", "已批准延期，手续在途"));
        as("auditor", get("/desk/cards").param("tab", "none"))
                .andExpect(content().string(containsString(stage.no().value())))
                .andExpect(content().string(containsString("审核：不予发牌")))
                .andExpect(content().string(containsString("已批准延期，手续在途")))
                .andExpect(content().string(containsString("已超期 5 天")));
    }

    @Test
    void neitherAClerkNorAnAuditorDecides() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed();
        for (String who : List.of("clerk350582", "auditor")) {
            List<Outcome> outcomes = outcomes(as(
                    who,
                    post("/desk/cards/reviews")
                            .param("act", "drop:" + stage.no())
                            .param("reason." + stage.no(), "不发")));
            assertThat(outcomes).singleElement().satisfies(one -> assertThat(one.message())
                    .contains("由协调员办理"));
        }
        assertThat(stage.card().state()).isEqualTo(CardState.PROPOSED);
    }

    @Test
    void aUnitSeesItsIssuedCardsAndNothingOfTheOfficesTalkNorOfOthers() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed();
        String page = "/desk/cards/" + stage.no();
        as("clerk350582", get(page)).andExpect(status().isNotFound());
        stage.issued();
        as("clerk350582", get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("签收警示通知书")))
                .andExpect(content().string(containsString("去办理")))
                .andExpect(content().string(not(containsString("审核：同意发牌"))));
        as("clerk350521", get(page)).andExpect(status().isNotFound());
        as("clerk350582", get("/desk/cards"))
                .andExpect(content().string(containsString(stage.no().value())));
        as("clerk350582", get("/desk/cards").param("tab", "review"))
                .andExpect(content().string(not(containsString("没有等待审核"))));
        as("clerk350521", get("/desk/cards"))
                .andExpect(content().string(not(containsString(stage.no().value()))));
        as("clerk350521", get("/desk/cards/units/350582")).andExpect(status().isNotFound());
        as("clerk350582", get("/desk/cards/next-week")).andExpect(status().isForbidden());
    }

    @Test
    void theListIsFilteredAndExported() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed().issued();
        as(
                        "coordinator",
                        get("/desk/cards")
                                .param("tab", "force")
                                .param("q", stage.no().value())
                                .param("colour", "YELLOW"))
                .andExpect(content().string(containsString("href=\"/desk/cards/" + stage.no())))
                .andExpect(content().string(containsString("0 天")));
        as(
                        "coordinator",
                        get("/desk/cards")
                                .param("tab", "force")
                                .param("q", stage.no().value())
                                .param("age", "7"))
                .andExpect(content().string(containsString("没有符合条件的警示牌")));
        as("coordinator", get("/desk/cards").param("tab", "force").param("unit", "不存在"))
                .andExpect(content().string(containsString("没有单位")));
        byte[] file = as(
                        "coordinator",
                        get("/desk/cards/export.xlsx").param("q", stage.no().value()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellText(1)).isEqualTo(stage.no().value());
            assertThat(rows.get(1).getCellText(3)).isEqualTo("黄牌");
        }
    }

    @Test
    void caseAndLedgerAndApiTellOfTheCard() throws Exception {
        CardStage stage = CardStage.in(application, YEAR).proposed().issued();
        as("coordinator", get("/desk/cases/" + stage.problem.no()))
                .andExpect(content().string(containsString("href=\"/desk/cards/" + stage.no())));
        as("coordinator", get("/desk/cases/" + stage.no())).andExpect(redirectedUrl("/desk/cards/" + stage.no()));
        as(
                        "coordinator",
                        get("/api/cases")
                                .param("card", "yellow")
                                .param("q", stage.problem.no().value()))
                .andExpect(content().string(containsString("\"card\":\"yellow\"")));
        as(
                        "coordinator",
                        get("/api/cases")
                                .param("card", "red")
                                .param("q", stage.problem.no().value()))
                .andExpect(content().string(containsString("\"items\":[]")));
        as(
                        "clerk350582",
                        get("/api/cases")
                                .param("flow", "card")
                                .param("q", stage.no().value()))
                .andExpect(content().string(containsString("\"no\":\"" + stage.no())));
        as(
                        "clerk350521",
                        get("/api/cases")
                                .param("flow", "card")
                                .param("q", stage.no().value()))
                .andExpect(content().string(containsString("\"items\":[]")));
        as("coordinator", get("/api/cases").param("card", "blue")).andExpect(status().isBadRequest());
    }

    @Test
    void aDepartmentProposesACardFromTheCasePage() throws Exception {
        CardStage stage = CardStage.in(application, YEAR);
        String page = "/desk/cases/" + stage.problem.no();
        as("clerk35050012", get(page)).andExpect(content().string(containsString("建议发牌")));
        as("clerk350582", get(page)).andExpect(content().string(not(containsString("提出建议"))));
        as("clerk35050012", post(page + "/cards").param("unit", "350582").param("cause", "POOR_QUALITY"))
                .andExpect(flash().attribute("cardRefusal", containsString("请填写事实与证据")));
        as(
                        "clerk35050012",
                        post(page + "/cards")
                                .param("unit", "350582")
                                .param("cause", "POOR_QUALITY")
                                .param("text", "截污井未封堵"))
                .andExpect(flash().attribute("cardMessage", containsString("发牌建议已提出")));
    }

    @Test
    void aUnitsRecordCountsEachThingOnItsDayTodayAndInAYear() throws Exception {
        UnitCards records = application.getBean(UnitCards.class);
        LocalDate from = LocalDate.of(2064, 5, 1);
        LocalDate to = LocalDate.of(2064, 5, 31);
        CardStage stage = CardStage.in(application, 2064).proposed().issued();
        String before = counted(records, from, to);
        clock.freezeAt(clock.instant().plusSeconds(40L * 86_400));
        stage.signed();
        clock.freezeAt(clock.instant().plusSeconds(400L * 86_400));
        assertThat(counted(records, from, to)).isEqualTo(before);
        as("coordinator", get("/desk/cards/units").param("from", "2064-05-01").param("to", "2064-05-31"))
                .andExpect(content().string(containsString("晋江")));
        as(
                        "clerk350582",
                        get("/desk/cards/units/350582")
                                .param("from", "2064-05-01")
                                .param("to", "2064-05-31"))
                .andExpect(content().string(containsString(stage.no().value())));
        as("coordinator", get("/desk/cards/units").param("from", "2064-06-01").param("to", "2064-05-31"))
                .andExpect(content().string(containsString("早于起始日期")));
    }

    private String counted(UnitCards records, LocalDate from, LocalDate to) {
        StringBuilder counted = new StringBuilder();
        application
                .getBean(org.duban.engine.EngineIdentity.class)
                .asPerson(
                        "auditor",
                        () -> counted.append(records.record("350582", from, to)
                                .orElseThrow()
                                .line()
                                .count()));
        return counted.toString();
    }

    @Test
    void nextWeekNamesWhoWillBeProposedAndWhyAndOnWhichDay() throws Exception {
        CardStage stage = CardStage.in(application, YEAR);
        stage.problem.at(YEAR + "-04-30T10:00");
        as("coordinator", get("/desk/cards/next-week"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(stage.problem.no().value())))
                .andExpect(content().string(containsString("届时超期")))
                .andExpect(content().string(containsString("高风险问题超期 3 天以上，建议黄牌")));
        CardStage answering = CardStage.in(application, YEAR).proposed().issued();
        answering.problem.at(YEAR + "-05-14T10:00");
        as("leader", get("/desk/cards/next-week"))
                .andExpect(content().string(containsString(answering.no().value())))
                .andExpect(content().string(containsString("黄牌逾期未答复")));
    }

    @Test
    void theStoryOfALiftedCardIsToldToTheEnd() throws Exception {
        CardStage stage =
                CardStage.in(application, YEAR).proposed().issued().signed().lifted();
        as("auditor", get("/desk/cards/" + stage.no()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已摘牌")))
                .andExpect(content().string(containsString("断面连续两月达标")))
                .andExpect(content().string(containsString("陈一、林二")))
                .andExpect(content().string(containsString("回放本牌")))
                .andExpect(content().string(containsString("解除")));
        as(
                        "coordinator",
                        get("/desk/cards")
                                .param("tab", "lifted")
                                .param("q", stage.no().value()))
                .andExpect(content().string(containsString("href=\"/desk/cards/" + stage.no())));
        as("coordinator", get("/desk/cards/" + stage.no() + "/diagram.bpmn"))
                .andExpect(content().string(containsString("UserTask_ReviewCard")));
        as("coordinator", get("/desk/cards/consequences")).andExpect(status().isOk());
    }

    @SuppressWarnings("unchecked")
    private static List<Outcome> outcomes(ResultActions answer) {
        return (List<Outcome>) answer.andReturn().getFlashMap().get("outcomes");
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
