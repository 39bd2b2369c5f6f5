package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The names other programs rely on. */
@DubanTest
class ApiContractTest {

    @Autowired
    MockMvc web;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @CsvSource({
        "/api/cases, get",
        "/api/cases/{no}, get",
        "/api/cases/{no}/objections, post",
        "/api/cases/{no}/requests, get",
        "/api/cases/{no}/requests, post",
        "/api/imports, post",
        "/api/calendar/due, get",
        "/api/calendar/{year}, put",
        "/api/deadlines/{id}, get",
        "/api/evidence, post",
        "/api/messages, get",
        "/api/messages/unread, get",
        "/api/tasks/{taskId}, get",
        "/api/rounds/tasks/{taskId}, get",
        "/api/cards, get",
        "/api/cards/{no}, get",
        "/api/cards/proposals, post"
    })
    void addressesAreThere(String path, String method) throws Exception {
        assertThat(document().at("/paths/" + path.replace("/", "~1")).has(method))
                .isTrue();
    }

    @Test
    void theListTakesItsParameters() throws Exception {
        JsonNode parameters = document().at("/paths/~1api~1cases/get/parameters");
        assertThat(StreamSupport.stream(parameters.spliterator(), false)
                        .map(parameter -> parameter.get("name").asText()))
                .contains("flow", "q", "unit", "state", "overdue", "card", "sort", "size", "after");
    }

    @Test
    void aPageHasItemsNextAndTotal() throws Exception {
        JsonNode page = json.readTree(web.perform(get("/api/cases").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.has("items") && page.has("next") && page.has("total")).isTrue();
    }

    private JsonNode document() throws Exception {
        return json.readTree(web.perform(get("/api/openapi").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
