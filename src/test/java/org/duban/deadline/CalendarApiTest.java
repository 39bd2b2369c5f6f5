package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DubanTest
class CalendarApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    WorkingCalendars calendars;

    @Test
    void dueDateComesWithItsTrace() throws Exception {
        due("from=2025-09-28&days=5&unit=working")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2025-10-11"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.trace", hasSize(14)))
                .andExpect(jsonPath("$.trace[0].day").value("2025-09-28"))
                .andExpect(jsonPath("$.trace[0].counted").value(false))
                .andExpect(jsonPath("$.trace[3].reason").value("国庆节、中秋节放假"))
                .andExpect(jsonPath("$.trace[13].counted").value(true))
                .andExpect(jsonPath("$.explanation", hasItem("到期日 2025-10-11（周六）。")));
    }

    @Test
    void calendarDaysAndTheFirstDayCanBeAskedFor() throws Exception {
        due("from=2019-12-13&days=7&unit=calendar&firstDay=included")
                .andExpect(jsonPath("$.due").value("2019-12-19"));
    }

    @Test
    void aDateBeyondTheLoadedYearsIsProvisional() throws Exception {
        due("from=2039-12-30&days=5&unit=working")
                .andExpect(jsonPath("$.provisional").value(true));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2025-09-28&days=0,                 天数要填",
        "from=2025-09-28&days=-3,                天数要填",
        "from=2025-09-28&days=many,              days",
        "from=28.9.2025&days=5,                  2025-09-28",
        "from=2025-02-30&days=5,                 2025-02-30",
        "days=5,                                 缺少参数 from",
        "from=2025-09-28&days=5&unit=weeks,      weeks",
        "from=2025-09-28&days=5&firstDay=maybe,  maybe",
    })
    void whatCannotBeCountedIsAnsweredWithASentence(String query, String detail) throws Exception {
        due(query)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString(detail)));
    }

    @Test
    void aLoadedYearIsANewVersionAndTheOldOneStays() throws Exception {
        put("coordinator", 2035, "{\"notice\":\"测试通知甲\",\"days\":[" + day("2035-01-01", "holiday", "元旦") + "]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.notice").value("测试通知甲"))
                .andExpect(jsonPath("$.loadedBy").value("coordinator"))
                .andExpect(jsonPath("$.warnings[0]", containsString("春节")));
        long before = calendars.current().version();

        put(
                        "admin",
                        2035,
                        "{\"notice\":\"测试通知乙\",\"days\":[" + day("2035-01-01", "holiday", "元旦") + ","
                                + day("2035-01-02", "holiday", "元旦") + "," + day("2035-01-06", "workday", "元旦") + "]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version", greaterThan((int) before)))
                .andExpect(jsonPath("$.days", hasSize(3)));

        assertThat(calendars.current().isWorkingDay(LocalDate.of(2035, 1, 6))).isTrue();
        assertThat(calendars.version(before).isWorkingDay(LocalDate.of(2035, 1, 6)))
                .isFalse();
        web.perform(get("/api/calendar/2035").with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.notice").value("测试通知乙"));
    }

    @Test
    void aYearThatIsNotLoadedIsNotFound() throws Exception {
        web.perform(get("/api/calendar/2050").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("2050")));
    }

    @Test
    void aFaultyTableIsRefusedAndChangesNothing() throws Exception {
        long before = calendars.current().version();
        put("admin", 2036, "{\"notice\":\"测试\",\"days\":[" + day("2036-01-08", "workday", "元旦") + "]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("days[0].type"))
                .andExpect(jsonPath("$.detail", containsString("2036-01-08")));
        put("admin", 2036, "{\"notice\":\"测试\",\"days\":[" + day("2036-13-01", "holiday", "元旦") + "]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("days[0].date"));
        put("admin", 2036, "no json")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        put("admin", 2036, "{}").andExpect(status().isBadRequest());
        assertThat(calendars.current().version()).isEqualTo(before);
    }

    @Test
    void onlyCoordinatorAndAdministratorLoadAYear() throws Exception {
        String body = "{\"notice\":\"测试\",\"days\":[" + day("2037-01-01", "holiday", "元旦") + "]}";
        put("clerk350582", 2037, body).andExpect(status().isForbidden());
        put("auditor", 2037, body).andExpect(status().isForbidden());
        assertThat(calendars.current().isLoaded(2037)).isFalse();
    }

    @Test
    void aDeadlineOfAnUnknownCaseIsForThoseWhoSeeAll() throws Exception {
        LedgerEntry entry = ledger.open(
                CaseNo.of("WT2025-900010"),
                LedgerKind.TASK,
                "api",
                "UserTask_AnswerObjection",
                LocalDate.of(2025, 9, 28));
        web.perform(get("/api/deadlines/" + entry.id()).with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNo").value("WT2025-900010"))
                .andExpect(jsonPath("$.currentDueOn").value("2025-10-11"))
                .andExpect(jsonPath("$.unit").value("working"))
                .andExpect(jsonPath("$.explanation", hasItem("到期日 2025-10-11（周六）。")));
        web.perform(get("/api/deadlines/" + entry.id()).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/deadlines/999999999").with(httpBasic("auditor", "duban")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aDeadlineIsForTheUnitsOfItsCaseAndNoOther() throws Exception {
        LedgerEntry entry = ledger.open(
                CaseNo.of("WT2024-910777"), LedgerKind.TASK, "units", "UserTask_SignFor", LocalDate.of(2025, 9, 28));
        web.perform(get("/api/deadlines/" + entry.id()).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk());
        web.perform(get("/api/deadlines/" + entry.id()).with(httpBasic("clerk350521", "duban")))
                .andExpect(status().isNotFound());
    }

    private ResultActions due(String query) throws Exception {
        return web.perform(get("/api/calendar/due?" + query).with(httpBasic("coordinator", "duban")));
    }

    private ResultActions put(String account, int year, String body) throws Exception {
        return web.perform(MockMvcRequestBuilders.put("/api/calendar/" + year)
                .with(httpBasic(account, "duban"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String day(String date, String type, String name) {
        return "{\"date\":\"%s\",\"type\":\"%s\",\"name\":\"%s\"}".formatted(date, type, name);
    }
}
