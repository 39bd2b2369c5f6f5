package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.card.Cards;
import org.duban.desk.CardStage;
import org.duban.evidence.EvidenceService;
import org.duban.journal.offline.Entry;
import org.duban.launch.CityClock;
import org.duban.notice.paper.Papers;
import org.duban.petition.publication.PressOffice;
import org.duban.problem.CaseDriver;
import org.duban.problem.Criterion;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.round.RoundOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Whatever leaves as a file leaves an entry on the chain of exports; a handler this test does not know fails it. */
@DubanTest
class FilesOutTest {

    /** Answers that are no files to keep: what pages and strangers are given. */
    private static final Set<String> NO_FILES = Set.of(
            "/desk/cases/{no}/diagram.bpmn",
            "/desk/cards/{no:HP\\d{4}-\\d{6}}/diagram.bpmn",
            "/audit/cases/{no}/diagram/{definition}.bpmn",
            "/public/batches",
            "/public/batches/{token}",
            "/public/batches/{token}/table.xlsx",
            "/public/batches/{token}/rows.json",
            "/public/batches/list.json",
            "/public/batches/feed.xml",
            "/public/batches/**");

    /** There is such a file only after an upgrade; sent by the method that sends the file of a version. */
    private static final String AFTER_AN_UPGRADE = "/desk/settings/rules/{key}/shipped/file";

    private static final String BRIEF =
            "/desk/rounds/{month:\\d{4}-\\d{2}}/briefs/{kind:brief|bulletin}-{version:\\d{1,6}}/file";

    private static final Set<String> FILES = Set.of(
            "/desk/export.xlsx",
            "/desk/cards/export.xlsx",
            "/desk/papers/{id:\\d{1,18}}",
            "/desk/settings/templates/{kind}/{version}/file",
            "/desk/settings/rules/{key}/{version}/file",
            "/audit/lists/{key}/export.xlsx",
            "/audit/cases/{no}/dossier.zip",
            "/audit/dossiers.zip",
            "/audit/samples/{id}/export.xlsx",
            "/api/journal/export",
            "/api/journal/verifier",
            "/api/evidence/{id}/content",
            "/api/imports/{id}/errors.xlsx",
            "/desk/publication/{batch:\\d+}/table.xlsx",
            BRIEF,
            "/desk/rounds/{month:\\d{4}-\\d{2}}/export.xlsx");

    @Autowired
    MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Autowired
    ApplicationContext application;

    @Autowired
    CaseJournal journal;

    @Autowired
    CityClock clock;

    @Autowired
    ObjectMapper json;

    /** Pattern of a handler, and an address of a file it sends. */
    private final Map<String, String> files = new LinkedHashMap<>();

    private void aFileOfEachKind() throws Exception {
        new CaseDriver(application).on("2055-03-02");
        CaseDriver office = Journey.rectifying(
                application, CaseDriver.row("FO1", Deadline.on(LocalDate.of(2055, 4, 30)), "350582"));
        office.as(Journey.CLERK).attaches("UserTask_ReportDone", Criterion.EFFECT_MEETS_STANDARD);
        String no = office.no().value();
        RoundOffice rounds = new RoundOffice(application).at("2055-03-26T09:00:00");
        rounds.open("2055-03");
        rounds.tidy();
        web.perform(post("/desk/rounds/2055-03/briefs")
                .param("kind", "brief")
                .with(httpBasic("coordinator", "duban"))
                .with(pageToken()));
        office.on("2055-05-05");
        CardStage card = CardStage.about(application, office).lateBy(5).issued();
        long paper = application
                .getBean(Papers.class)
                .of(application.getBean(Cards.class).about(office.no()).get(0).no())
                .get(0)
                .id();
        files.put("/desk/export.xlsx", "/desk/export.xlsx?q=" + no);
        files.put("/desk/cards/export.xlsx", "/desk/cards/export.xlsx?q=" + card.no());
        files.put("/desk/papers/{id:\\d{1,18}}", "/desk/papers/" + paper);
        files.put("/desk/settings/templates/{kind}/{version}/file", "/desk/settings/templates/WARNING/1/file");
        files.put("/desk/settings/rules/{key}/{version}/file", "/desk/settings/rules/DeadlineRule/1/file");
        files.put("/audit/lists/{key}/export.xlsx", "/audit/lists/interventions/export.xlsx?caseNo=" + no);
        files.put("/audit/cases/{no}/dossier.zip", "/audit/cases/" + no + "/dossier.zip");
        files.put("/audit/dossiers.zip", "/audit/dossiers.zip?cases=" + no);
        files.put("/audit/samples/{id}/export.xlsx", "/audit/samples/" + sample() + "/export.xlsx");
        files.put("/api/journal/export", "/api/journal/export?case=" + no);
        files.put("/api/journal/verifier", "/api/journal/verifier");
        files.put("/api/evidence/{id}/content", "/api/evidence/" + evidence(office) + "/content");
        files.put("/api/imports/{id}/errors.xlsx", "/api/imports/" + refused() + "/errors.xlsx");
        files.put("/desk/publication/{batch:\\d+}/table.xlsx", "/desk/publication/" + published() + "/table.xlsx");
        files.put(BRIEF, "/desk/rounds/2055-03/briefs/brief-1/file");
        files.put("/desk/rounds/{month:\\d{4}-\\d{2}}/export.xlsx", "/desk/rounds/2055-03/export.xlsx");
    }

    private String evidence(CaseDriver office) {
        return application
                .getBean(EvidenceService.class)
                .byCase(office.no())
                .get(0)
                .id()
                .toString();
    }

    private String sample() throws Exception {
        String to = web.perform(post("/audit/samples")
                        .param("from", "2055-03-02")
                        .param("to", "2055-03-02")
                        .param("size", "1")
                        .with(httpBasic("auditor", "duban"))
                        .with(pageToken()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return to.substring(to.lastIndexOf('/') + 1);
    }

    private String refused() throws Exception {
        String list = "序号,问题来源,行政区域,具体问题,牵头单位,责任单位,监管单位,整改时限,整改目标,整改措施\n"
                + "1,外发,晋江市,外发1号问题,火星市,晋江市,市生态环境局,2055-12-31,达标,整改\n";
        MvcResult answer = web.perform(multipart("/api/imports?kind=problems&dryRun=true")
                        .file(new MockMultipartFile(
                                "file", "清单.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                        .with(httpBasic("coordinator", "duban")))
                .andReturn();
        return json.readTree(answer.getResponse().getContentAsByteArray())
                .get("id")
                .asText();
    }

    private long published() {
        PressOffice press = new PressOffice(application).at("2055-05-06T09:00:00");
        var letter = press.answered(PressOffice.ordinal(), "外发登记的一件。");
        press.publish(letter);
        return press.batch(letter);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void everyHandlerThatSendsAFileIsKnownHere() {
        Set<String> sending = handlers.getHandlerMethods().entrySet().stream()
                .filter(one -> mayBeFile(one.getKey(), one.getValue()))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        sending.removeAll(NO_FILES);
        assertThat(sending.remove(AFTER_AN_UPGRADE)).isTrue();
        assertThat(sending).isEqualTo(new TreeSet<>(FILES));
    }

    private static boolean mayBeFile(RequestMappingInfo asked, HandlerMethod handler) {
        if (!handler.getBeanType().getPackageName().startsWith("org.duban")
                || !asked.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            return false;
        }
        Class<?> type = handler.getMethod().getReturnType();
        boolean writes = type == void.class
                && Arrays.asList(handler.getMethod().getParameterTypes()).contains(HttpServletResponse.class);
        boolean bytes = List.of(byte[].class, StreamingResponseBody.class).contains(type)
                || Resource.class.isAssignableFrom(type)
                || type == ResponseEntity.class && bytes(handler);
        boolean named = asked.getPatternValues().stream().anyMatch(path -> path.matches(".*\\.[a-z]{3,4}$"));
        boolean another = asked.getProducesCondition().getProducibleMediaTypes().stream()
                .anyMatch(kind -> !kind.isCompatibleWith(MediaType.APPLICATION_JSON)
                        && !kind.isCompatibleWith(MediaType.TEXT_HTML));
        return writes || bytes || named || another;
    }

    private static boolean bytes(HandlerMethod handler) {
        return handler.getMethod().getGenericReturnType() instanceof ParameterizedType generic
                && (generic.getActualTypeArguments()[0] == byte[].class
                        || generic.getActualTypeArguments()[0] == StreamingResponseBody.class
                        || generic.getActualTypeArguments()[0] == Resource.class);
    }

    @Test
    void whatLeavesIsOnTheChainOfExports() throws Exception {
        aFileOfEachKind();
        assertThat(files.keySet()).isEqualTo(FILES);
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean desk =
                    file.getKey().startsWith("/api/imports") || file.getKey().startsWith("/desk/settings");
            String by = desk ? "coordinator" : "auditor";
            long before = journal.page(AccessFact.CHAIN, 0, 1).total();
            MvcResult answer = web.perform(get(file.getValue()).with(httpBasic(by, "duban")))
                    .andReturn();
            if (answer.getRequest().isAsyncStarted()) {
                answer = web.perform(asyncDispatch(answer)).andReturn();
            }
            assertThat(answer.getResponse().getStatus()).as(file.getValue()).isEqualTo(200);
            assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                    .as(file.getValue())
                    .isNotNull();
            assertThat(since(before))
                    .as(file.getValue())
                    .anyMatch(entry -> entry.contains("export.finished") || entry.contains("file.taken"))
                    .allMatch(entry -> entry.contains("\"" + by + "\""));
        }
        aPhotographLookedAtAgainIsNoNewEntry();
    }

    private List<String> since(long seq) {
        return journal.page(AccessFact.CHAIN, seq, 50).items().stream()
                .map(FilesOutTest::text)
                .toList();
    }

    private static String text(Entry entry) {
        return "\"" + entry.actor() + "\" " + new String(entry.body(), StandardCharsets.UTF_8);
    }

    /** A page shows its photographs whenever it is looked at. */
    private void aPhotographLookedAtAgainIsNoNewEntry() throws Exception {
        String photograph = files.get("/api/evidence/{id}/content");
        long before = journal.page(AccessFact.CHAIN, 0, 1).total();
        for (int time = 0; time < 3; time++) {
            web.perform(get(photograph).with(httpBasic("coordinator", "duban"))).andReturn();
        }
        assertThat(since(before)).hasSize(1).first().asString().contains("file.taken", "佐证材料", "sha256");
    }
}
