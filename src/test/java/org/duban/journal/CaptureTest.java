package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.duban.journal.offline.Entry;
import org.duban.journal.store.EntryRows;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.NewProblem;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What is done, whoever does it and on which way, stands in the record of the case with the real person. */
@DubanTest
class CaptureTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    EntryRows rows;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    EngineIdentity identity;

    @Autowired
    People people;

    @Autowired
    CityClock clock;

    private Record record;
    private CaseDriver office;

    @BeforeEach
    void monday() {
        record = new Record(rows);
        office = new CaseDriver(application).on("2026-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private static NewProblem row() {
        return CaseDriver.row("J" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31)), "350582");
    }

    @Test
    void aCompletedTaskIsOneEntryWithPersonFormFactFlowAndNextTask() {
        office.register(row());
        String no = office.no().value();
        Entry registered = record.of(no).get(0);
        assertThat(registered.seq()).isEqualTo(1);
        assertThat(registered.actor()).isEqualTo("coordinator");
        assertThat(Record.events(registered, "fact"))
                .extracting(fact -> fact.get("type"))
                .contains("problem.registered");
        assertThat(Record.events(registered, "process.start")).hasSize(1);
        int before = record.of(no).size();

        identity.asPerson(
                Journey.CLERK, () -> tasks.complete(taskOf("UserTask_SignFor"), Map.of("form", TaskForms.sign())));

        List<Entry> entries = record.of(no);
        assertThat(entries).hasSize(before + 1);
        Entry signed = entries.get(before);
        assertThat(signed.actor()).isEqualTo(Journey.CLERK);
        assertThat(signed.at()).isEqualTo(clock.instant());
        assertThat(signed.intervention()).isFalse();
        assertThat(Record.events(signed, "task.complete")).hasSize(1);
        assertThat(Record.events(signed, "operation"))
                .extracting(operation -> operation.get("operation"))
                .containsExactly("Complete");
        assertThat(Record.events(signed, "fact"))
                .extracting(fact -> fact.get("type"))
                .contains("problem.signedFor");
        assertThat(Record.events(signed, "form")).singleElement().satisfies(form -> assertThat(form.get("filed"))
                .isEqualTo(Map.of("decision", "sign")));
        assertThat(Record.events(signed)).noneMatch(event -> "form".equals(event.get("variable")));
        office.runJobs();
        Entry went = record.last(no);
        assertThat(went.actor()).isEqualTo("system");
        assertThat(Record.events(went, "flow"))
                .extracting(flow -> flow.get("from"))
                .startsWith("UserTask_SignFor");
        assertThat(Record.events(went, "task.create"))
                .extracting(task -> task.get("element"))
                .containsExactly("UserTask_MakePlan");
        assertThat(Record.events(went, "link.add"))
                .extracting(link -> link.get("group"))
                .contains("unit350582");
    }

    @Test
    void whatAFormFilesWithoutATraceInTheEngineIsInTheRecordAsWell() {
        office.register(row());
        byte[] form = TaskForms.sign().getBytes(StandardCharsets.UTF_8);
        identity.asPerson(
                Journey.CLERK,
                () -> tasks.complete(
                        taskOf("UserTask_SignFor"),
                        Variables.createVariables().putValueTyped("form", Variables.byteArrayValue(form, true))));

        assertThat(Record.events(record.of(office.no().value()).get(1), "form"))
                .singleElement()
                .satisfies(filed -> assertThat(filed)
                        .containsEntry("element", "UserTask_SignFor")
                        .containsEntry("filed", Map.of("decision", "sign")));
    }

    @Test
    void workDoneThroughTheEnginesRestApiIsInTheRecordWithItsPerson() throws Exception {
        office.register(row());
        String form = TaskForms.sign().replace("\"", "\\\"");

        var answer = post(
                "/engine-rest/task/" + taskOf("UserTask_SignFor") + "/complete",
                "{\"variables\":{\"form\":{\"type\":\"String\",\"value\":\"" + form + "\"}}}",
                Journey.CLERK);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Entry signed = record.last(office.no().value());
        assertThat(signed.actor()).isEqualTo(Journey.CLERK);
        assertThat(signed.channel()).isEqualTo("engine-rest");
        assertThat(Record.events(signed, "fact"))
                .extracting(fact -> fact.get("type"))
                .contains("problem.signedFor");
    }

    @Test
    void aVariableEditedByHandStandsOutWithBeforeAndAfter() throws Exception {
        office.register(row());
        String instance = office.process().getId();

        var answer = send(
                HttpRequest.newBuilder(uri("/engine-rest/process-instance/" + instance + "/variables/leadUnit"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"type\":\"String\",\"value\":\"350521\"}")),
                "admin");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Entry edited = record.last(office.no().value());
        assertThat(edited.intervention()).isTrue();
        assertThat(edited.actor()).isEqualTo("admin");
        assertThat(Record.events(edited, "operation")).singleElement().satisfies(operation -> {
            assertThat(operation).containsEntry("intervention", true);
            assertThat(operation.get("operation")).isIn("SetVariable", "ModifyVariable");
        });
        assertThat(Record.events(edited))
                .anySatisfy(event ->
                        assertThat(event).containsEntry("variable", "leadUnit").containsEntry("value", "350521"));
        assertThat(rows.interventions(50))
                .extracting(Entry::chain)
                .contains(office.no().value());
    }

    @Test
    void aVariableEditedInCockpitStandsOutAndSaysWhere() throws Exception {
        office.register(row());
        String instance = office.process().getId();
        var cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        var page = HttpRequest.newBuilder(uri("/camunda/app/cockpit/default/"))
                .header("Authorization", basic("admin"))
                .build();
        browser.send(page, HttpResponse.BodyHandlers.discarding());
        var edit = HttpRequest.newBuilder(
                        uri("/camunda/api/engine/engine/default/process-instance/" + instance + "/variables/leadUnit"))
                .header("Authorization", basic("admin"))
                .header("Referer", uri("/camunda/app/cockpit/default/").toString())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"type\":\"String\",\"value\":\"350521\"}"));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> edit.header("X-XSRF-TOKEN", cookie.getValue()));

        var answer = browser.send(edit.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Entry edited = record.last(office.no().value());
        assertThat(edited.intervention()).isTrue();
        assertThat(edited.actor()).isEqualTo("admin");
        assertThat(edited.channel()).isEqualTo("cockpit");
    }

    @Test
    void retriesModificationAndDueDateSetByHandStandOut() {
        office.register(row());
        String no = office.no().value();
        String job = office.timers().get(0).getId();
        identity.asPerson("admin", () -> management.setJobRetries(job, 1));
        identity.asPerson("admin", () -> management.setJobDuedate(job, java.util.Date.from(clock.instant())));
        identity.asPerson("admin", () -> runtime.createProcessInstanceModification(
                        office.process().getId())
                .startBeforeActivity("UserTask_MakePlan")
                .execute());

        List<Entry> entries = record.of(no);
        assertThat(entries.subList(entries.size() - 3, entries.size()))
                .allMatch(Entry::intervention)
                .allMatch(entry -> entry.actor().equals("admin"))
                .extracting(entry -> Record.events(entry, "operation").get(0).get("operation"))
                .containsExactly("SetJobRetries", "SetDueDate", "ModifyProcessInstance");
    }

    @Test
    void aHandedInFileIsInTheRecordByItsHashAndFiledWithItsTask() {
        office = Journey.rectifying(application, row());
        office.as(Journey.CLERK).reportsDone();
        String no = office.no().value();

        List<Map<String, Object>> facts = record.events(no, "fact");
        assertThat(facts).extracting(fact -> fact.get("type")).contains("evidence.handedIn", "evidence.filed");
        assertThat(facts)
                .filteredOn(fact -> "evidence.handedIn".equals(fact.get("type")))
                .allSatisfy(fact -> assertThat((String) ((Map<?, ?>) fact.get("data")).get("sha256"))
                        .hasSize(64));
    }

    @Test
    void aSubstitutesClaimSaysForWhom() {
        office.register(row());
        people.substitute(
                "head350582", "clerk350582", office.today(), office.today().plusDays(3), Actor.system());
        String task = taskOf("UserTask_SignFor");
        identity.asPerson("clerk350582", () -> tasks.claim(task, "clerk350582"));
        assertThat(record.last(office.no().value()).onBehalfOf())
                .as("the clerk's own task")
                .isNull();
        office.as("clerk350582").does("UserTask_SignFor", TaskForms.sign());
        office.as("clerk350582")
                .does("UserTask_MakePlan", TaskForms.plan(office.today().plusDays(10)));
        office.as(Journey.COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        office.as("clerk350582").reportsDone();
        identity.asPerson("clerk350582", () -> tasks.claim(taskOf("UserTask_HeadSign"), "clerk350582"));

        Entry claimed = record.last(office.no().value());
        assertThat(claimed.actor()).isEqualTo("clerk350582");
        assertThat(claimed.onBehalfOf()).isEqualTo("head350582");
    }

    @Test
    void aRolledBackStepLeavesNoEntry() {
        office.register(row());
        String no = office.no().value();
        int before = record.of(no).size();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> identity.asPerson(
                        Journey.CLERK,
                        () -> tasks.complete(taskOf("UserTask_SignFor"), Map.of("form", "{\"decision\":\"return\"}")))))
                .isNotNull();

        assertThat(record.of(no)).hasSize(before);
    }

    @Test
    void aProcessWithoutACaseNumberHasOneChainForItsDefinition() {
        identity.asApplication(() -> repository
                .createDeployment()
                .addModelInstance(
                        "errand.bpmn",
                        Bpmn.createExecutableProcess("JournalTestErrand")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .endEvent()
                                .done())
                .deploy());
        identity.asApplication(() -> runtime.startProcessInstanceByKey("JournalTestErrand"));
        identity.asApplication(() -> runtime.startProcessInstanceByKey("JournalTestErrand"));

        assertThat(record.of("JournalTestErrand")).extracting(Entry::seq).containsExactly(1L, 2L);
    }

    private String taskOf(String element) {
        return office.tasks(element).get(0).getId();
    }

    private HttpResponse<String> post(String path, String json, String username) throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                username);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String username) throws Exception {
        request.header("Authorization", basic(username));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String username) {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":duban").getBytes());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
