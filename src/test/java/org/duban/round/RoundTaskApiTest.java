package org.duban.round;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.kernel.CaseNo;
import org.duban.problem.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A unit's table over REST, and who sees it. */
@DubanTest
class RoundTaskApiTest {

    private static final String UNIT = "35050030";

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    MockMvc web;

    private RoundOffice office;

    @BeforeEach
    void begin() {
        office = new RoundOffice(application);
    }

    @AfterEach
    void leaveNoRoundOpen() {
        office.tidy();
    }

    @Test
    void theTableBringsWhatWasSaidLastAndHowProgressDueIsCounted() throws Exception {
        office.at("2039-03-25T09:00:00").problems(UNIT, "未", 1, LocalDate.of(2039, 7, 3));
        office.problem(UNIT, "申", Deadline.standing());
        Round march = office.open("2039-03");
        office.reports(march, UNIT, office.form(march, UNIT, "正在招标", 10));
        office.freeze(march);
        office.at("2039-05-14T09:00:00");
        Round may = office.open("2039-05");

        task(may, "clerk" + UNIT)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.element").value("UserTask_ReportRound"))
                .andExpect(jsonPath("$.caseNo").value("DD2039-000005"))
                .andExpect(jsonPath("$.title").value("2039年5月调度"))
                .andExpect(jsonPath("$.unit").value(UNIT))
                .andExpect(jsonPath("$.assignee").value(nullValue()))
                .andExpect(jsonPath("$.items[0].deadline").value("2039-07-03前"))
                .andExpect(jsonPath("$.items[0].planned").value(50))
                .andExpect(jsonPath("$.items[0].plannedBasis")
                        .value(hasItem("整改时限：2039-03-25 至 2039-07-03 共 100 天，已过 50 天，应完成 50%")))
                .andExpect(jsonPath("$.items[0].last.month").value("2039年3月"))
                .andExpect(jsonPath("$.items[0].last.text").value("正在招标"))
                .andExpect(jsonPath("$.items[0].last.actual").value(10))
                .andExpect(jsonPath("$.items[1].standing").value(true))
                .andExpect(jsonPath("$.items[1].planned").doesNotExist())
                .andExpect(jsonPath("$.items[1].deadline").value("长期坚持"))
                .andExpect(jsonPath("$.items[1].last.text").value("正在招标"));
    }

    @Test
    void onlyWhoHasTheTaskInTheListSeesIt() throws Exception {
        office.at("2040-03-26T09:00:00").problems(UNIT, "酉", 1, LocalDate.of(2040, 12, 31));
        Round round = office.open("2040-03");

        for (String other : new String[] {"clerk350583", "head" + UNIT, "coordinator", "leader"}) {
            task(round, other)
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString("不在您的任务列表中")));
        }
        web.perform(get("/api/rounds/tasks/nonsense")
                        .with(httpBasic("clerk" + UNIT, "duban"))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("no such task")));
    }

    @Test
    void aUnitOfTheRoundMayAskForItsDeadlines() throws Exception {
        office.at("2041-03-25T09:00:00").problems(UNIT, "戌", 1, LocalDate.of(2041, 12, 31));
        CaseNo round = office.open("2041-03").no();
        long id = ledger.byKey(round + "/report").orElseThrow().id();

        web.perform(get("/api/deadlines/" + id).with(httpBasic("clerk" + UNIT, "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("round"));
        web.perform(get("/api/deadlines/" + id).with(httpBasic("clerk35050010", "duban")))
                .andExpect(status().isNotFound());
    }

    private ResultActions task(Round round, String username) throws Exception {
        return web.perform(
                get("/api/rounds/tasks/" + office.waiting(round, UNIT).getId()).with(httpBasic(username, "duban")));
    }
}
