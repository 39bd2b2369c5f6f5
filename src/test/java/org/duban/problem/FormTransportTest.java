package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.problem.Journey.CLERK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the kit of the task forms relies on: how a command travels, what stays of it, and how a refusal comes back. */
@DubanTest
class FormTransportTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    HistoryService history;

    @Autowired
    CityClock clock;

    @Autowired
    ObjectMapper json;

    private CaseDriver office;

    @BeforeEach
    void monday() {
        office = new CaseDriver(application).on("2026-03-02");
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void longTextArrivesAndLeavesNoTraceInTheEngine() throws Exception {
        office.register(CaseDriver.row("transport-1", Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));
        String reason = "点位不在本辖区。".repeat(480);

        HttpResponse<String> answer = file(
                office.tasks("UserTask_SignFor").get(0),
                Map.of("decision", "return", "reasonCode", "NOT_OUR_AREA", "reason", reason));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(office.file().returns()).singleElement().satisfies(one -> assertThat(one.reason())
                .isEqualTo(reason));
        String instance = office.process().getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("form")
                        .count())
                .isZero();
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(instance)
                        .formFields()
                        .count())
                .isZero();
    }

    @Test
    void refusalEndsTheEnginesMessageWithItsSentence() throws Exception {
        office.register(CaseDriver.row("transport-2", Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));

        HttpResponse<String> answer =
                file(office.tasks("UserTask_SignFor").get(0), Map.of("decision", "return", "reasonCode", "OTHER"));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(json.readTree(answer.body()).get("message").asText())
                .containsPattern("Message: '(Exception while invoking TaskListener: )?请填写退单的具体理由。'$");
    }

    @Test
    void candidatesReadNumberAndTitleBesideTheirTask() throws Exception {
        office.register(CaseDriver.row("transport-3", Deadline.on(LocalDate.of(2026, 12, 31)), "350582"));
        Task task = office.tasks("UserTask_SignFor").get(0);

        JsonNode variables = json.readTree(
                send(HttpRequest.newBuilder(uri("/engine-rest/variable-instance?taskIdIn=" + task.getId())))
                        .body());

        assertThat(variables).singleElement().satisfies(card -> {
            assertThat(card.get("name").asText()).isEqualTo("case");
            assertThat(card.get("value").asText()).contains(office.no().value());
        });
    }

    private HttpResponse<String> file(Task task, Map<String, String> command) throws Exception {
        byte[] bytes = json.writeValueAsBytes(command);
        Map<String, Object> form = Map.of(
                "type", "Bytes",
                "value", Base64.getEncoder().encodeToString(bytes),
                "valueInfo", Map.of("transient", true));
        String body = json.writeValueAsString(Map.of("variables", Map.of("form", form)));
        return send(HttpRequest.newBuilder(uri("/engine-rest/task/" + task.getId() + "/submit-form"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        String account = Base64.getEncoder().encodeToString((CLERK + ":duban").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        request.header("Authorization", "Basic " + account).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
