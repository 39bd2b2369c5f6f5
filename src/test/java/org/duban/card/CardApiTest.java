package org.duban.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.card.CardOffice.CLERK;
import static org.duban.card.CardOffice.COORDINATOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Cards over REST: who sees what, pages, proposals, refusals, and what the forms read. */
@DubanTest
class CardApiTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    private CardOffice office;

    @BeforeEach
    void rectifying() {
        office = CardOffice.in(application, 2064);
    }

    @AfterEach
    void restoreClock() {
        office.clock.reset();
    }

    private ResultActions asks(String who, String path) throws Exception {
        return web.perform(get(path).with(httpBasic(who, "duban")));
    }

    private ResultActions proposes(String who, String body) throws Exception {
        return web.perform(post("/api/cards/proposals")
                .with(httpBasic(who, "duban"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String list() {
        return "/api/cards?subject=" + office.subject();
    }

    @Test
    void theListIsFilteredAndPaged() throws Exception {
        office.lateForYellow();
        for (CardCause cause : List.of(CardCause.POOR_QUALITY, CardCause.FALSE_REPORT)) {
            office.propose(COORDINATOR, cause);
        }
        JsonNode first = json.readTree(asks(COORDINATOR, list() + "&size=2")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        asks(COORDINATOR, list() + "&size=2&after=" + first.get("next").asText())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty())
                .andExpect(jsonPath("$.items[0].stateLabel").value("待审核"))
                .andExpect(jsonPath("$.items[0].clause").value(containsString("默认规则")));
        asks(COORDINATOR, list() + "&colour=red")
                .andExpect(jsonPath("$.items[*].colour", everyItem(is("RED"))))
                .andExpect(jsonPath("$.total").value(1));
        asks(COORDINATOR, list() + "&unit=晋江市&state=PROPOSED&from=2064-03-02&to=2064-03-02")
                .andExpect(jsonPath("$.total").value(3));
        asks(COORDINATOR, list() + "&to=2064-03-01")
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedRatherThanIgnored() throws Exception {
        asks(COORDINATOR, "/api/cards?colour=green")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("YELLOW、RED")));
        asks(COORDINATOR, "/api/cards?size=0").andExpect(status().isUnprocessableEntity());
        asks(COORDINATOR, "/api/cards?unit=乌有县").andExpect(jsonPath("$.field").value("unit"));
    }

    @Test
    void aUnitSeesItsCardFromTheNoticeOnAndNobodyElsesEver() throws Exception {
        office.lateForYellow();
        String card = "/api/cards/" + office.no();
        asks(CLERK, card).andExpect(status().isNotFound());
        asks(CLERK, list()).andExpect(jsonPath("$.total").value(0));
        office.keep().approve();
        asks(CLERK, card)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.card.stateLabel").value("待签收"))
                .andExpect(jsonPath("$.issues[0].colour").value("黄牌"))
                .andExpect(jsonPath("$.issues[0].demand").value("五月底前完成截污"))
                .andExpect(jsonPath("$.decisions.length()").value(0));
        asks(CLERK, list()).andExpect(jsonPath("$.total").value(1));
        asks("clerk350521", card).andExpect(status().isNotFound());
        asks("auditor", card)
                .andExpect(jsonPath("$.proposals[0].facts.daysLate").value(5));
    }

    @Test
    void aProposalIsFiledAndRefusedWithItsSentence() throws Exception {
        String body = "{\"subject\":\"%s\",\"cause\":\"%s\",\"text\":\"抽查发现台账造假\"}";
        proposes(COORDINATOR, body.formatted(office.subject(), "FALSE_REPORT"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.colour").value("RED"))
                .andExpect(jsonPath("$.state").value("PROPOSED"));
        proposes(CLERK, body.formatted(office.subject(), "POOR_QUALITY"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("由市环委办提出")));
        proposes(COORDINATOR, body.formatted("WT1999-000001", "POOR_QUALITY"))
                .andExpect(jsonPath("$.detail").value(containsString("没有案号为 WT1999-000001")));
        proposes(COORDINATOR, body.formatted(office.subject(), "NONSENSE")).andExpect(status().isBadRequest());
        proposes(COORDINATOR, "{\"subject\":\"" + office.subject() + "\",\"cause\":\"FALSE_REPORT\"}")
                .andExpect(jsonPath("$.field").value("text"));
    }

    @Test
    void theFormReadsItsTaskAndOthersDoNot() throws Exception {
        office.yellowIssued();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(office.no().value())
                .taskDefinitionKey("UserTask_SignForCard")
                .singleResult()
                .getId();
        asks(CLERK, "/api/cards/tasks/" + task)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNo").value(office.no().value()))
                .andExpect(jsonPath("$.file.card.unitName").value("晋江市"))
                .andExpect(jsonPath("$.file.issues[0].number").isNotEmpty());
        asks("clerk350521", "/api/cards/tasks/" + task).andExpect(status().isNotFound());
        asks(CLERK, "/api/cards/tasks/nonsense").andExpect(status().isNotFound());
    }

    @Test
    void anObjectionIsFiledOverTheForm() throws Exception {
        office.yellowIssued();
        String path = "/api/cards/" + office.no() + "/objections";
        web.perform(post(path)
                        .with(httpBasic(CLERK, "duban"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"上游来水超标\"}"))
                .andExpect(status().isCreated());
        assertThat(office.waiting()).contains("UserTask_DecideCardObjection");
        web.perform(post(path)
                        .with(httpBasic("clerk350521", "duban"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"替人说话\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void casesAreFilteredByTheCardTheyHold() throws Exception {
        office.lateForYellow();
        String held = "/api/cases?q=" + office.subject() + "&card=";
        asks(COORDINATOR, held + "yellow").andExpect(jsonPath("$.total").value(0));
        office.keep().approve();
        asks(COORDINATOR, held + "yellow").andExpect(jsonPath("$.total").value(1));
        asks(COORDINATOR, held + "true").andExpect(jsonPath("$.total").value(1));
        asks(COORDINATOR, held + "red").andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void countsOfAPeriodAreByUnit() throws Exception {
        office.on("2064-10-14").yellowIssued();
        asks("auditor", "/api/cards/counts?from=2064-10-01&to=2064-10-31")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].unitName").value("晋江市"))
                .andExpect(jsonPath("$[0].yellow").value(1))
                .andExpect(jsonPath("$[0].red").value(0));
        asks("clerk350521", "/api/cards/counts?from=2064-10-01&to=2064-10-31")
                .andExpect(jsonPath("$.length()").value(0));
    }
}
