package org.duban.petition.repeat;

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

import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The coordinator's pages of repeats. */
@DubanTest
class RepeatsPageTest {

    private static final String FIRST = "投诉人反映：东石镇潘径村宏远树脂厂夜间烟囱冒黄烟，气味刺鼻，<b>孩子</b>咳嗽不止。";
    private static final String AGAIN = "来电反映潘径村宏远树脂厂夜里冒黄烟，气味刺鼻，检查时关机。";

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc web;

    private Mailbag bag;
    private CaseNo first;
    private CaseNo again;

    @BeforeEach
    void begin() {
        db.sql("update petition_print set pairs = '{}', places = '{}', firms = '{}'")
                .update();
        bag = new Mailbag(application, "查重页面督察", "2071-03-01");
        first = bag.letter(1, FIRST);
        again = bag.letter(2, AGAIN);
    }

    @AfterEach
    void tidy() {
        db.sql("update petition_repeat_pair set state = 'DIFFERENT', decided_at = now() where state = 'PROPOSED'")
                .update();
        bag.tidy();
    }

    @Test
    void bothTextsStandSideBySideWithWhatTheyHaveInCommon() throws Exception {
        as("coordinator", get("/desk/repeats"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("同一企业：宏远树脂厂")))
                .andExpect(content().string(containsString("<mark>潘径村宏远树脂厂夜</mark>")))
                .andExpect(content().string(containsString("&lt;b&gt;孩子&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("<b>孩子</b>"))));
    }

    @Test
    void theReviewIsReachedFromTheLetterAndTheBatchAndLeavesOutWhatIsSettled() throws Exception {
        as("coordinator", get("/desk/cases/" + again))
                .andExpect(content().string(containsString("/desk/repeats?of=" + again)))
                .andExpect(content().string(containsString("疑似重复 1 件，去认定")));
        as("coordinator", get("/desk/repeats?of=" + again))
                .andExpect(content().string(containsString("id=\"" + again + "-" + first + "\"")))
                .andExpect(content().string(containsString("/desk/cases/" + first)));
        as("coordinator", decision("relate").param("of", again.value()))
                .andExpect(redirectedUrl("/desk/repeats?of=" + again));
        as("coordinator", get("/desk/repeats?of=" + again))
                .andExpect(content().string(containsString(again + " 没有待认定的疑似重复件")));
        db.sql("update petition_repeat_pair set state = 'PROPOSED', decided_at = null where no = :no")
                .param("no", again.value())
                .update();
        db.sql("update petition set state = 'CLOSED' where no in (:both)")
                .param("both", List.of(first.value(), again.value()))
                .update();
        String pair = "id=\"" + again + "-" + first + "\"";
        as("coordinator", get("/desk/repeats")).andExpect(content().string(not(containsString(pair))));
        as("coordinator", get("/desk/repeats?all=true")).andExpect(content().string(containsString(pair)));
    }

    @Test
    void theCoordinatorJoinsAndSplits() throws Exception {
        as("coordinator", decision("join")).andExpect(flash().attribute("message", containsString("并案中现有 2 件")));
        long cluster = db.sql("select cluster_id from petition_cluster_member where no = :no and left_at is null")
                .param("no", again.value())
                .query(Long.class)
                .single();
        as("coordinator", get("/desk/repeats/clusters/" + cluster))
                .andExpect(content().string(containsString("2 件，一次办理，分别答复")));
        as("coordinator", get("/desk/repeats/clusters"))
                .andExpect(content().string(containsString("/desk/repeats/clusters/" + cluster)));
        as("coordinator", post("/desk/repeats/clusters/" + cluster + "/split").param("no", again.value()))
                .andExpect(flash().attribute("refusal", "请写明拆出的理由。"));
        as(
                        "coordinator",
                        post("/desk/repeats/clusters/" + cluster + "/split")
                                .param("no", again.value())
                                .param("reason", "另一家厂"))
                .andExpect(flash().attribute("message", containsString("已拆出")));
        as("coordinator", get("/desk/repeats/clusters/" + cluster))
                .andExpect(content().string(containsString("另一家厂")))
                .andExpect(content().string(containsString("已解除")));
    }

    @Test
    void badChoicesAreAnsweredWithASentence() throws Exception {
        as("coordinator", decision("differ")).andExpect(flash().attribute("refusal", containsString("请写明认定不重复的理由")));
        as("coordinator", decision("")).andExpect(flash().attribute("refusal", containsString("请选择并案")));
        as("coordinator", post("/desk/repeats/decisions").param("no", "x").param("other", "y"))
                .andExpect(flash().attribute("refusal", containsString("格式不对")));
        as(
                        "coordinator",
                        post("/desk/repeats/decisions")
                                .param("no", first.value())
                                .param("other", first.value())
                                .param("decision", "join"))
                .andExpect(flash().attribute("refusal", "请选择两件不同的信访件。"));
        as("coordinator", get("/desk/repeats?after=nonsense")).andExpect(status().isOk());
        as("coordinator", get("/desk/repeats/clusters/999999999")).andExpect(status().isNotFound());
    }

    @Test
    void leadersAndAuditorsReadAndUnitsDoNot() throws Exception {
        for (String reader : new String[] {"leader", "auditor"}) {
            as(reader, get("/desk/repeats"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/desk/repeats/decisions"))));
            as(reader, decision("join")).andExpect(status().isForbidden());
        }
        as("clerk350582", get("/desk/repeats")).andExpect(status().isForbidden());
        as("clerk350582", get("/desk/repeats/clusters")).andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder decision(String decision) {
        return post("/desk/repeats/decisions")
                .param("no", again.value())
                .param("other", first.value())
                .param("decision", decision);
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
