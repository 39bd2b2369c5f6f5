package org.duban.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The case and the task over REST, and who sees them. */
@DubanTest
class CaseApiTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void monday() {
        office = new CaseDriver(application).on("2026-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private static NewProblem row() {
        return CaseDriver.row("A" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void theCaseSaysWhereItStandsInTheOfficesWords() throws Exception {
        office = Journey.rectifying(application, row());
        file("coordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.no").value(office.no().value()))
                .andExpect(jsonPath("$.state").value("RECTIFYING"))
                .andExpect(jsonPath("$.stateLabel").value("整改中"))
                .andExpect(jsonPath("$.leadUnit.name").value("晋江市"))
                .andExpect(jsonPath("$.dueOn").value("2026-12-31"))
                .andExpect(jsonPath("$.daysLeft").value(304))
                .andExpect(jsonPath("$.plan.measures[0].responsiblePerson").value("陈水平"))
                .andExpect(jsonPath("$.history[*].event").value(hasItem("problem.planAccepted")))
                .andExpect(jsonPath("$.registeredAt").value("2026-03-02T01:00:00Z"));
    }

    @Test
    void onlyUnitsOfTheCaseSeeIt() throws Exception {
        office = Journey.rectifying(application, row());
        for (String concerned : new String[] {"clerk350582", "head350582", "clerk35050012", "leader", "auditor"}) {
            file(concerned).andExpect(status().isOk());
        }
        file("clerk350583")
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("无权查看")));
    }

    @Test
    void aNumberThatDoesNotExistGetsTheSameAnswerAsSomebodyElses() throws Exception {
        for (String no : new String[] {"WT2026-999999", "nonsense"}) {
            web.perform(get("/api/cases/{no}", no).with(httpBasic("clerk350583", "duban")))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.detail").value(containsString("没有这个案件")));
        }
        web.perform(get("/api/cases/WT2026-999999")
                        .with(httpBasic("coordinator", "duban"))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("no such case")));
    }

    @Test
    void theTaskBringsItsCaseUnitsAndNoReasonWhenItIsNew() throws Exception {
        office.register(row());
        task("clerk350582", "UserTask_SignFor")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.element").value("UserTask_SignFor"))
                .andExpect(jsonPath("$.name").value("签收"))
                .andExpect(jsonPath("$.caseNo").value(office.no().value()))
                .andExpect(jsonPath("$.unit").value("350582"))
                .andExpect(jsonPath("$.case.mayBeReturned").value(true))
                .andExpect(jsonPath("$.units[*].code").value(hasItem("350583")))
                .andExpect(jsonPath("$.sentBack").value(nullValue()));
        task("clerk350583", "UserTask_SignFor").andExpect(status().isNotFound());
    }

    @Test
    void aTaskThatCameBackSaysWhyBesideEachCriterion() throws Exception {
        office = Journey.checked(Journey.rectifying(application, row()));
        office.as(Journey.SUPERVISOR)
                .does("UserTask_Verify", TaskForms.verify(office.today(), Criterion.MEASURES_DONE));
        task("clerk350582", "UserTask_ReportDone")
                .andExpect(jsonPath("$.sentBack.reason").value("现场核查意见"))
                .andExpect(jsonPath("$.sentBack.criteria.MEASURES_DONE").value(containsString("现场不符合")))
                .andExpect(jsonPath("$.sentBack.criteria.EFFECT_MEETS_STANDARD").doesNotExist());
        office.as(Journey.CLERK).reportsDone();
        office.as(Journey.HEAD).does("UserTask_HeadSign", TaskForms.headReturns());
        task("clerk350582", "UserTask_ReportDone")
                .andExpect(jsonPath("$.sentBack.reason").value("缺少改造后的照片"));
    }

    @Test
    void aRejectedReturnAndAReturnedPlanSayWhy() throws Exception {
        office.register(row());
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在石狮市境内"));
        office.as(Journey.COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.keep());
        task("clerk350582", "UserTask_SignFor")
                .andExpect(jsonPath("$.sentBack.reason").value("点位在本市辖区内"));
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.sign());
        task("clerk350582", "UserTask_MakePlan")
                .andExpect(jsonPath("$.sentBack").value(nullValue()));
        office.as(Journey.CLERK).does("UserTask_MakePlan", TaskForms.plan(LocalDate.of(2026, 6, 1)));
        office.as(Journey.COORDINATOR).does("UserTask_ReviewPlan", TaskForms.returnPlan());
        task("clerk350582", "UserTask_MakePlan")
                .andExpect(jsonPath("$.sentBack.reason").value("措施没有明确责任人"));
    }

    @Test
    void aRejectedStrikeOffTellsTheSupervisorWhy() throws Exception {
        office = Journey.inNotice(Journey.rectifying(application, row())).fireNextTimer();
        office.as(Journey.LEADER).does("UserTask_ApproveStrikeOff", TaskForms.strikeOff(false));
        task(Journey.SUPERVISOR, "UserTask_Verify")
                .andExpect(jsonPath("$.sentBack.reason").value("举一反三材料不足"));
    }

    @Test
    void theCoordinatorFilesAnObjectionAndOthersMayNot() throws Exception {
        office = Journey.inNotice(Journey.rectifying(application, row()));
        object("clerk350582", "附近仍有臭味").andExpect(status().isForbidden());
        object("clerk350583", "附近仍有臭味").andExpect(status().isNotFound());
        object("coordinator", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("text"));
        object("coordinator", "附近仍有臭味")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").isNumber());
        file("coordinator").andExpect(jsonPath("$.state").value("OBJECTED"));
    }

    private ResultActions file(String username) throws Exception {
        return web.perform(get("/api/cases/{no}", office.no().value()).with(httpBasic(username, "duban")));
    }

    private ResultActions task(String username, String element) throws Exception {
        String id = office.tasks(element).get(0).getId();
        return web.perform(get("/api/tasks/{id}", id).with(httpBasic(username, "duban")));
    }

    private ResultActions object(String username, String text) throws Exception {
        return web.perform(post("/api/cases/{no}/objections", office.no().value())
                .with(httpBasic(username, "duban"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"channel\":\"来电\",\"text\":\"" + text + "\"}"));
    }
}
