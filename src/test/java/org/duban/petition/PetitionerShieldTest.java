package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.PageToken.pageToken;
import static org.duban.petition.LetterBox.COORDINATOR;
import static org.duban.petition.LetterBox.JINJIANG;
import static org.duban.petition.LetterBox.dispatch;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who wrote a letter stays sealed; whoever looks leaves a trace. */
@DubanTest
class PetitionerShieldTest {

    private static final String NAME = "欧阳测试";
    private static final String PHONE = "13859712345";
    private static final String ID = "350582198001011234";

    @Autowired
    ApplicationContext application;

    @Autowired
    PetitionService petitions;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private CaseNo no;

    @BeforeEach
    void aLetterOfSomebody() {
        LetterBox box = new LetterBox(application).on("2074-03-05");
        NewLetter any = box.letter();
        no = box.register(new NewLetter(
                any.number(),
                any.channel(),
                any.inspection(),
                null,
                null,
                null,
                any.receivedOn(),
                "晋江市",
                JINJIANG,
                "请联系 " + PHONE,
                null,
                List.of("大气"),
                null,
                "举报人李志强与" + NAME + "称，晋江市某厂异味，本人电话" + PHONE + "，身份证" + ID + "，请尽快查处。",
                null,
                false,
                false,
                new Identity(NAME, PHONE, ID, "晋江市某村", null),
                Answer.NONE,
                false));
        petitions.dispatch(no, dispatch(JINJIANG, "1"), COORDINATOR);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void nothingInTheDatabaseSaysWhoWrote() {
        String everything =
                db.sql("""
                select (select jsonb_agg(p)::text from petition p where p.no = :no)
                    || coalesce((select jsonb_agg(e)::text from petition_event e where e.no = :no), '')
                    || (select jsonb_agg(j)::text from journal_entry j where j.chain = :no)""").param("no", no.value()).query(String.class).single();
        assertThat(everything)
                .contains("某厂异味")
                .doesNotContain(NAME)
                .doesNotContain(PHONE)
                .doesNotContain(ID);
        byte[] sealed = db.sql("select sealed from petition_identity where no = :no")
                .param("no", no.value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8))
                .doesNotContain(NAME)
                .doesNotContain(PHONE);
    }

    @Test
    void theTitleNamesNobodyAndTheTextNotItsWriter() {
        Petition petition = application.getBean(PetitionStore.class).find(no).orElseThrow();

        assertThat(petition.letter().title()).startsWith("举报人李某某与").doesNotContain("李志强", NAME);
        assertThat(petition.letter().body())
                .as("who looks into it needs the others")
                .contains("李志强")
                .doesNotContain(NAME);
    }

    @Test
    void noHandlersPageOrAnswerSaysWhoWrote() throws Exception {
        for (String user : List.of("clerk350582", "head350582", "coordinator", "auditor")) {
            for (String page : List.of("/desk/cases/" + no, "/api/cases/" + no, "/api/cases?flow=petition&q=" + no)) {
                web.perform(get(page).with(httpBasic(user, "duban")))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString(NAME))))
                        .andExpect(content().string(not(containsString(PHONE))))
                        .andExpect(content().string(not(containsString(ID))));
            }
        }
        web.perform(get("/api/cases?flow=petition&q=" + PHONE).with(httpBasic("coordinator", "duban")))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void lookingAsksAPurposeAndIsRecordedAndListed() throws Exception {
        web.perform(unmask("coordinator", "")).andExpect(status().isUnprocessableEntity());
        web.perform(unmask("clerk350582", "想联系投诉人核实")).andExpect(status().isForbidden());
        web.perform(unmask("coordinator", "电话回访核实整改效果"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(jsonPath("$.name").value(NAME))
                .andExpect(jsonPath("$.phone").value(PHONE))
                .andExpect(jsonPath("$.originalBody").value(containsString(ID)));
        assertThat(db.sql(
                                "select data::text from petition_event where no = :no and kind = 'petition.petitionerUnmasked'")
                        .param("no", no.value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("电话回访核实整改效果")
                .doesNotContain(NAME);
        assertThat(db.sql("select actor || body from journal_entry where chain = :no order by seq desc limit 1")
                        .param("no", no.value())
                        .query(String.class)
                        .single())
                .as("in the letter's record")
                .startsWith("coordinator")
                .contains("petition.petitionerUnmasked", "电话回访核实整改效果")
                .doesNotContain(NAME);
        web.perform(get("/audit/lists/accesses?kind=UNMASK&caseNo={no}", no).with(httpBasic("auditor", "duban")))
                .andExpect(content().string(containsString("电话回访核实整改效果")));
        web.perform(get("/audit/unmaskings").with(httpBasic("auditor", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(no.value())))
                .andExpect(content().string(containsString("电话回访核实整改效果")));
    }

    @Test
    void thePageShowsTheIdentityOnceAndIsNotKept() throws Exception {
        web.perform(post("/desk/cases/" + no + "/petitioner")
                        .param("purpose", "领导包案上门走访")
                        .with(httpBasic("leader", "duban"))
                        .with(pageToken()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString(NAME)));
    }

    @Test
    void aSealedIdentityMovedToAnotherLetterDoesNotOpen() {
        IdentityKeys keys = application.getBean(IdentityKeys.class);
        IdentityKeys.Sealed sealed =
                keys.seal("内容".getBytes(StandardCharsets.UTF_8), "甲".getBytes(StandardCharsets.UTF_8));
        assertThat(keys.open(sealed, "甲".getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("内容");
        assertThatThrownBy(() -> keys.open(sealed, "乙".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another letter");
    }

    private MockHttpServletRequestBuilder unmask(String user, String purpose) {
        return post("/api/cases/" + no + "/petitioner")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"purpose\":\"" + purpose + "\"}")
                .with(httpBasic(user, "duban"))
                .with(pageToken());
    }
}
