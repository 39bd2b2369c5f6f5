package org.duban.deadline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.HEAD;
import static org.duban.problem.Journey.LEADER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Requests over REST and at the desk: who sees and asks what, and many decided at once. */
@DubanTest
class RequestPagesTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final LocalDate LIMIT = LocalDate.of(2026, 4, 30);

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    HistoryService history;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private Petition petition;

    @BeforeEach
    void rectifying() {
        new CaseDriver(application).on("2026-03-02");
        office = newCase();
        petition = new Petition(application, office);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private CaseDriver newCase() {
        return Journey.rectifying(
                application, CaseDriver.row("RP" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
    }

    @Test
    void aClerkAsksOverTheApiAndReadsWhatIsOffered() throws Exception {
        as(CLERK, get(api()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.limits[?(@.kind=='subject')].extension.latestOn")
                        .value("2026-06-29"))
                .andExpect(jsonPath("$.limits[?(@.kind=='subject')].suspension.approver")
                        .value("领导"))
                .andExpect(jsonPath("$.reassignment.open").value(true));
        ask(CLERK, LIMIT.plusDays(20))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.cap").value("第 1 次，共可 2 次"))
                .andExpect(jsonPath("$.stateLabel").value("待单位审签"));
        as(CLERK, get(api()))
                .andExpect(jsonPath("$.requests[0].mayWithdraw").value(true))
                .andExpect(jsonPath("$.limits[?(@.kind=='subject')].extension.open")
                        .value(false));
    }

    @Test
    void anotherUnitNeitherReadsNorAsks() throws Exception {
        as("clerk350521", get(api())).andExpect(status().isNotFound());
        ask("clerk350521", LIMIT.plusDays(20)).andExpect(status().isNotFound());
        as("clerk350521", get("/api/cases/nonsense/requests")).andExpect(status().isNotFound());
        ask("clerk35050012", LIMIT.plusDays(20)).andExpect(status().isUnprocessableEntity());
        as("clerk350521", post("/desk/cases/" + office.no() + "/requests").param("kind", "EXTENSION"))
                .andExpect(status().isNotFound());
    }

    @Test
    void afterExpiryTheApiAndTheCasePageSayWhy() throws Exception {
        office.on("2026-05-06");
        ask(CLERK, LIMIT.plusDays(20))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("期限已于 2026-04-30 到期，逾期不再受理延期申请")));
        as(CLERK, get("/desk/cases/" + office.no()))
                .andExpect(content().string(containsString("期限已于 2026-04-30 到期，逾期不再受理延期申请")));
    }

    @Test
    void theCasePageTakesARequestAndKeepsWhatWasTypedWhenItIsRefused() throws Exception {
        String page = "/desk/cases/" + office.no();
        as(CLERK, get(page)).andExpect(content().string(containsString("申请延期（整改时限）")));
        as(COORDINATOR, get(page))
                .andExpect(content().string(not(containsString("申请延期（整改时限）"))))
                .andExpect(content().string(containsString("申请改派")));
        as(CLERK, fromThePage("2026-12-31"))
                .andExpect(flash().attribute("refusal", containsString("最长 60 天")))
                .andExpect(flash().attributeExists("typed"));
        as(CLERK, fromThePage("2026-05-20")).andExpect(flash().attribute("message", containsString("待单位审签")));
        as(CLERK, get(page)).andExpect(content().string(containsString("希望延到 2026-05-20")));
    }

    private MockHttpServletRequestBuilder fromThePage(String day) {
        return post("/desk/cases/" + office.no() + "/requests")
                .param("kind", "EXTENSION")
                .param("deadlineId", String.valueOf(petition.limit().id()))
                .param("day", day)
                .param("reason", "雨季无法清淤")
                .param("progress", "已完成六成");
    }

    @Test
    void severalAreDecidedAtOnceEachOnItsOwnAndAsTheRealPerson() throws Exception {
        DeadlineRequest first = signed(office, petition);
        CaseDriver other = newCase();
        Petition others = new Petition(application, other);
        DeadlineRequest second = signed(other, others);
        CaseDriver third = newCase();
        DeadlineRequest unsigned = new Petition(application, third)
                .extension(CLERK, new Petition(application, third).limit().id(), LIMIT.plusDays(20));

        List<RequestDecisions.Outcome> outcomes = outcomes(as(
                COORDINATOR,
                post("/desk/requests/decisions")
                        .param("id", "" + first.id(), "" + unsigned.id(), "" + second.id())
                        .param("decision", "grant")
                        .param("reason", "统一同意")));
        assertThat(outcomes).extracting(RequestDecisions.Outcome::done).containsExactly(true, false, true);
        assertThat(outcomes.get(1).message()).contains("待单位审签");
        office.runJobs();
        other.runJobs();
        assertThat(petition.limit().currentDueOn()).isEqualTo(LIMIT.plusDays(20));
        assertThat(others.limit().currentDueOn()).isEqualTo(LIMIT.plusDays(20));
        assertThat(petition.again(first).decided().stamp().by().username()).isEqualTo(COORDINATOR);
        assertThat(history.createUserOperationLogQuery()
                        .operationType("Complete")
                        .userId(COORDINATOR)
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(office.no().value())
                                .processDefinitionKey("DeadlineExtension")
                                .singleResult()
                                .getId())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theQueueIsForThoseWhoDecideAndShowsWhatTheyNeed() throws Exception {
        signed(office, petition);
        String no = office.no().value();
        as(COORDINATOR, get("/desk/requests?after=0"))
                .andExpect(content().string(containsString("待审批申请")))
                .andExpect(content().string(containsString(no)))
                .andExpect(content().string(containsString("第 1 次，共可 2 次")))
                .andExpect(content().string(containsString("晚于方案全部措施的时限")));
        as(LEADER, get("/desk/requests")).andExpect(content().string(not(containsString(no))));
        as(CLERK, get("/desk/requests")).andExpect(status().isForbidden());
        as("auditor", get("/desk/requests")).andExpect(status().isForbidden());
        as(CLERK, post("/desk/requests/decisions").param("id", "1")).andExpect(status().isForbidden());
        as(COORDINATOR, post("/desk/requests/decisions").param("decision", "grant"))
                .andExpect(flash().attribute("refusal", containsString("请先勾选")));
    }

    @Test
    void theListOfMovesTellsWhatWasDecidedAfterExpiry() throws Exception {
        signed(office, petition);
        office.on("2026-05-06").as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants());
        String no = office.no().value();
        for (String reader : List.of(COORDINATOR, LEADER, "auditor")) {
            as(reader, get("/desk/requests/moves?late=true"))
                    .andExpect(content().string(containsString(no)))
                    .andExpect(content().string(containsString("逾期后作出")));
        }
        as(CLERK, get("/desk/requests/moves")).andExpect(status().isForbidden());
    }

    private DeadlineRequest signed(CaseDriver desk, Petition asking) {
        DeadlineRequest asked = asking.extension(CLERK, asking.limit().id(), LIMIT.plusDays(20));
        desk.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        return asked;
    }

    @SuppressWarnings("unchecked")
    private static List<RequestDecisions.Outcome> outcomes(ResultActions answer) {
        return (List<RequestDecisions.Outcome>) answer.andReturn().getFlashMap().get("outcomes");
    }

    private String api() {
        return "/api/cases/" + office.no() + "/requests";
    }

    private ResultActions ask(String who, LocalDate day) throws Exception {
        return as(
                who,
                post(api())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"kind\":\"EXTENSION\",\"deadlineId\":%d,\"day\":\"%s\",\"reason\":\"雨季\",\"progress\":\"六成\"}"
                                        .formatted(petition.limit().id(), day)));
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
