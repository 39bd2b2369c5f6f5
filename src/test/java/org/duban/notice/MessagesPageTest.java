package org.duban.notice;

import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.problem.Deadline;
import org.duban.problem.NewProblem;
import org.duban.problem.ProblemService;
import org.duban.problem.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages and the API, as a unit's clerk and as the coordinator. */
@DubanTest
class MessagesPageTest {

    private static final String CLERKS = "unit350524";
    private static final Instant MORNING = Instant.parse("2026-05-07T00:30:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    Messages messages;

    @Autowired
    ProblemService problems;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient db;

    private final Post post = new Post();
    private long id;

    @BeforeEach
    void aReminderOfAnxiHasLeft() {
        clock.freezeAt(MORNING);
        NewMessage reminder = post.to(CLERKS, MORNING);
        messages.post(List.of(reminder));
        messages.release();
        id = db.sql("select id from message where key = :key")
                .param("key", reminder.key())
                .query(Long.class)
                .single();
    }

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theListSaysWhatItIsForWhomAndWhoSigned() throws Exception {
        as("clerk350524", get("/desk/messages?case=" + post.caseNo))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("该问题 3 个工作日后到期。")))
                .andExpect(content().string(containsString("2026-05-07 08:30")))
                .andExpect(content().string(containsString("发给 安溪承办人")))
                .andExpect(content().string(containsString("尚无人签阅")))
                .andExpect(content().string(containsString("class=\"duban-count\"")));
        as("clerk350524", post("/desk/messages/" + id + "/read").param("unread", "true"))
                .andExpect(redirectedUrl("/desk/messages?unread=true"));
        as("clerk350524", get("/desk/messages?case=" + post.caseNo))
                .andExpect(content().string(containsString("2026-05-07 08:30 首先签阅")));
        as("clerk350524", get("/desk/messages?unread=true&case=" + post.caseNo))
                .andExpect(content().string(containsString("没有未读消息")));
    }

    @Test
    void goingWhereAMessageLeadsSignsForIt() throws Exception {
        as("clerk350524", post("/desk/messages/" + id + "/open"))
                .andExpect(redirectedUrl("/desk/cases/" + post.caseNo));
        as("clerk350524", get("/api/messages/" + id))
                .andExpect(jsonPath("$.read").value(true));
    }

    @Test
    void anotherUnitFindsNoSuchMessageWhateverItAsks() throws Exception {
        as("clerk350526", get("/desk/messages?case=" + post.caseNo))
                .andExpect(content().string(not(containsString("3 个工作日后到期"))));
        as("clerk350526", post("/desk/messages/" + id + "/read")).andExpect(status().isNotFound());
        as("clerk350526", post("/desk/messages/" + id + "/open")).andExpect(status().isNotFound());
        as("clerk350526", get("/api/messages/" + id)).andExpect(status().isNotFound());
        as("clerk350526", post("/api/messages/" + id + "/read")).andExpect(status().isNotFound());
        as("clerk350526", get("/desk/messages/sent?case=" + post.caseNo)).andExpect(status().isForbidden());
        as("coordinator", get("/api/messages/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void theCoordinatorSeesWhatWentOutForACaseAndWhoSigned() throws Exception {
        as("coordinator", get("/desk/messages/sent?case=" + post.caseNo))
                .andExpect(content().string(containsString("发给 安溪承办人")))
                .andExpect(content().string(containsString("尚无人签阅")));
        as("coordinator", get("/desk/messages/sent?case=nonsense"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("格式不对")));
    }

    @Test
    void theCasePageShowsItsMessagesToEverybodyAsFarAsTheyMaySeeThem() throws Exception {
        CaseNo no = problems.register(
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
                                UnitCode.of("350524"),
                                List.of(UnitCode.of("350524")),
                                UnitCode.of("35050012"),
                                Deadline.on(LocalDate.now(clock).plusDays(60)),
                                null,
                                null),
                        Actor.of("coordinator", "协调员"))
                .no();
        messages.post(List.of(
                message(no, CLERKS, "签收期限将至"), message(no, "unit35050012", "请关注整改进展"), message(no, "leader", "建议约谈")));
        messages.release();
        for (String overseer : List.of("coordinator", "leader", "auditor")) {
            as(overseer, get("/desk/cases/" + no))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("签收期限将至")))
                    .andExpect(content().string(containsString("请关注整改进展")))
                    .andExpect(content().string(containsString("建议约谈")))
                    .andExpect(content().string(containsString("尚无人签阅")));
        }
        as("clerk350524", get("/desk/cases/" + no))
                .andExpect(content().string(containsString("签收期限将至")))
                .andExpect(content().string(not(containsString("请关注整改进展"))))
                .andExpect(content().string(not(containsString("建议约谈"))));
    }

    private NewMessage message(CaseNo no, String group, String title) {
        return new NewMessage(
                no + group, no, null, group, MessageKind.REMINDER, title, title + "。", "/desk/cases/" + no, MORNING);
    }

    @Test
    void theApiPagesAndCounts() throws Exception {
        as("clerk350524", get("/api/messages?size=1&kind=reminder&case=" + post.caseNo))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].group.label").value("安溪承办人"))
                .andExpect(jsonPath("$.items[0].kind.label").value("提醒"))
                .andExpect(jsonPath("$.next").isEmpty());
        as("clerk350524", get("/api/messages?unread=true&size=1"))
                .andExpect(jsonPath("$.items.length()").value(1));
        as("clerk350524", get("/api/messages/unread"))
                .andExpect(jsonPath("$.unread").value(not("")));
        as("auditor", get("/api/messages/unread"))
                .andExpect(jsonPath("$.unread").value(""));
        web.perform(get("/api/messages")).andExpect(status().isUnauthorized());
    }

    @Test
    void aMistypedFilterIsASentenceAndTheWholeList() throws Exception {
        as("clerk350524", get("/desk/messages?kind=nonsense"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有“nonsense”这种消息类别")))
                .andExpect(content().string(containsString(post.caseNo.value())));
        as("clerk350524", get("/api/messages?size=0"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(startsWith("每页条数")));
        as("clerk350524", get("/api/messages?after=nonsense")).andExpect(status().isBadRequest());
    }

    @Test
    void signingForAllAsksForThePlaceThatWasSeen() throws Exception {
        as("clerk350524", post("/desk/messages/read")).andExpect(flash().attribute("refusal", containsString("刷新页面")));
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
