package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.launch.CityTime;
import org.duban.organisation.People;
import org.duban.organisation.Role;
import org.duban.problem.Deadline;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DubanTest
class PagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    ProblemService problems;

    @Autowired
    People people;

    @Autowired
    CityTime time;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void clockRunsOn() {
        time.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, /desk",
        "leader, /desk",
        "auditor, /desk",
        "clerk350582, /camunda/app/tasklist/default/",
        "head350582, /camunda/app/tasklist/default/",
        "admin, /desk/settings/organisation"
    })
    void everybodyBeginsWhereTheirWorkIs(String who, String where) throws Exception {
        as(who, get("/")).andExpect(result -> assertThat(result.getResponse().getRedirectedUrl())
                .startsWith(where));
    }

    @Test
    void theBarOffersOnlyWhatThePersonMayOpen() throws Exception {
        as("auditor", get("/desk"))
                .andExpect(content().string(not(containsString("/desk/import"))))
                .andExpect(content().string(not(containsString("/camunda/app/tasklist"))));
        as("clerk350582", get("/desk"))
                .andExpect(content().string(not(containsString("/desk/settings"))))
                .andExpect(content().string(containsString("/camunda/app/tasklist")));
        as("clerk350582", get("/desk/settings/organisation")).andExpect(status().isForbidden());
    }

    @Test
    void theCasePageShowsForWhomTheCaseWaits() throws Exception {
        String no = register();
        as("coordinator", get("/desk/cases/" + no))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("等待晋江承办人办理")))
                .andExpect(content().string(containsString("办理：签收")))
                .andExpect(content().string(not(containsString("?task="))));
        as("clerk350582", get("/desk/cases/" + no)).andExpect(content().string(containsString("?task=")));
        as("coordinator", get("/desk/cases/" + no + "/diagram.bpmn"))
                .andExpect(content().string(containsString("UserTask_SignFor")));
    }

    @Test
    void anotherUnitsClerkFindsNoSuchCase() throws Exception {
        String no = register();
        as("clerk350521", get("/desk/cases/" + no)).andExpect(status().isNotFound());
        as("clerk350521", get("/desk/cases/" + no + "/diagram.bpmn")).andExpect(status().isNotFound());
        as("coordinator", get("/desk/cases/WT1999-000001")).andExpect(status().isNotFound());
        as("coordinator", get("/desk/cases/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void objectionsAreRecordedByTheCoordinatorAndOnlyDuringTheNotice() throws Exception {
        String no = register();
        as("clerk350582", post("/desk/cases/" + no + "/objections").param("text", "有异议"))
                .andExpect(status().isForbidden());
        as(
                        "coordinator",
                        post("/desk/cases/" + no + "/objections")
                                .param("receivedOn", LocalDate.now(clock).toString())
                                .param("channel", "来电")
                                .param("text", "还在排放"))
                .andExpect(flash().attribute("refusal", containsString("不在公示期")));
    }

    @Test
    void onlyAdministratorsChangeAccounts() throws Exception {
        as("coordinator", get("/desk/settings/organisation")).andExpect(status().isOk());
        as("coordinator", post("/desk/settings/people/clerk350503").param("fullName", "改名"))
                .andExpect(status().isForbidden());
        as("coordinator", post("/desk/settings/people/clerk350503/password")).andExpect(status().isForbidden());
        as(
                        "admin",
                        post("/desk/settings/people/clerk350503")
                                .param("fullName", "改过名")
                                .param("unit", "350503")
                                .param("roles", "CLERK", "HEAD")
                                .param("active", "true"))
                .andExpect(redirectedUrl("/desk/settings/people/clerk350503"));
        assertThat(people.byUsername("clerk350503").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.CLERK, Role.HEAD);
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() throws Exception {
        as(
                        "admin",
                        post("/desk/settings/people/admin")
                                .param("fullName", "管理员")
                                .param("unit", "35050001")
                                .param("roles", "AUDITOR"))
                .andExpect(content().string(containsString("最后一位")));
        assertThat(people.byUsername("admin").orElseThrow().has(Role.ADMIN)).isTrue();
    }

    @Test
    void aResetPasswordIsShownOnceAndWorks() throws Exception {
        Object password = as("admin", post("/desk/settings/people/head350503/password"))
                .andReturn()
                .getFlashMap()
                .get("password");
        web.perform(get("/desk").with(httpBasic("head350503", password.toString())))
                .andExpect(status().isOk());
        as("head350503", get("/desk")).andExpect(status().isUnauthorized());
    }

    @Test
    void aTableOfPeopleWithOneWrongRowSavesNobody() throws Exception {
        String table = "username,full_name,unit_code,roles\nnewone1,甲,350582,clerk\nnewone2,乙,999999,boss\n";
        importPeople(table)
                .andExpect(flash().attribute("refusal", containsString("1 行有误")))
                .andExpect(flash().attributeExists("rowErrors"));
        assertThat(people.byUsername("newone1")).isEmpty();
    }

    @Test
    void newPeopleOfATableGetAPasswordEach() throws Exception {
        importPeople("\ufeffusername,full_name,unit_code,roles\ntablenew,丙,350582,clerk|head\n")
                .andExpect(flash().attributeExists("passwords"));
        assertThat(people.byUsername("tablenew").orElseThrow().roles()).contains(Role.CLERK, Role.HEAD);
    }

    @Test
    void aClerkSetsAndCancelsTheOwnSubstituteButNobodyElses() throws Exception {
        String day = LocalDate.now(clock).plusDays(400).toString();
        as(
                        "clerk350504",
                        post("/desk/substitute")
                                .param("substitute", "head350504")
                                .param("fromOn", day)
                                .param("toOn", day))
                .andExpect(flash().attributeExists("message"));
        long id = people.openSubstitutions().stream()
                .filter(one -> one.absent().equals("clerk350504"))
                .findFirst()
                .orElseThrow()
                .id();
        as("clerk350582", post("/desk/substitute/" + id + "/cancel")).andExpect(status().isForbidden());
        as("clerk350504", post("/desk/substitute/" + id + "/cancel")).andExpect(flash().attributeExists("message"));
        assertThat(people.openSubstitutions()).noneMatch(one -> one.id() == id);
    }

    @Test
    void theClockMovesAndKeepsItsDistanceInTheDatabase() throws Exception {
        LocalDateTime before = time.now();
        as("coordinator", get("/desk/settings/clock")).andExpect(status().isForbidden());
        as("admin", post("/desk/settings/clock").param("days", "30")).andExpect(flash().attributeExists("message"));
        assertThat(time.now()).isAfter(before.plusDays(29));
        assertThat(db.sql("select value from city_setting where name = 'clock.offset'")
                        .query(String.class)
                        .single())
                .startsWith("PT7");
        as("admin", post("/desk/settings/clock").param("to", "1999-01-01T00:00"))
                .andExpect(flash().attribute("refusal", containsString("2022")));
        as("admin", post("/desk/settings/clock/reset")).andExpect(flash().attributeExists("message"));
        assertThat(time.moved()).isFalse();
    }

    @Test
    void aMissingPageAnswersInChineseWithAWayBack() throws Exception {
        as("coordinator", get("/desk/nowhere").accept("text/html")).andExpect(status().isNotFound());
    }

    private String register() {
        return problems.register(
                        new NewProblem(
                                "责任书通报",
                                null,
                                null,
                                null,
                                "养猪场污水直排",
                                "某处养猪场污水直排溪流。",
                                List.of("水"),
                                "安海镇",
                                Risk.MEDIUM,
                                UnitCode.of("350582"),
                                List.of(UnitCode.of("350582")),
                                UnitCode.of("35050012"),
                                Deadline.on(LocalDate.now(clock).plusDays(60)),
                                null,
                                null),
                        Actor.of("coordinator", "协调员"))
                .no()
                .value();
    }

    private ResultActions importPeople(String table) throws Exception {
        var file = new MockMultipartFile("table", "people.csv", "text/csv", table.getBytes("UTF-8"));
        return web.perform(multipart("/desk/settings/organisation/people")
                .file(file)
                .with(httpBasic("admin", "duban"))
                .with(pageToken()));
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
