package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.problem.ListKey;
import org.duban.problem.Problems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Imports over REST, on PostgreSQL with the real engine. */
@DubanTest
class ImportTest {

    private static final String HEADER = "序号,问题来源,行政区域,具体问题,牵头单位,责任单位,监管单位,整改时限,整改目标,整改措施\n";

    @Autowired
    MockMvc web;

    @Autowired
    Problems problems;

    @Autowired
    RuntimeService engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    ImportRuns runs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void dryRunSaysWhatWouldHappenAndWritesNothing() throws Exception {
        submit(list("试算", "1", "2"), "dryRun=true")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CHECKED"))
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.created").value(2))
                .andExpect(jsonPath("$.rejected").value(0));

        assertThat(known("试算", "1")).isFalse();
    }

    @Test
    void confirmedDryRunIsImportedWithoutAnotherUpload() throws Exception {
        JsonNode checked = body(submit(list("确认", "1"), "dryRun=true"));

        web.perform(as(multipart("/api/imports/" + checked.get("id").asText() + "/confirm")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.created").value(1));

        assertThat(known("确认", "1")).isTrue();
    }

    @Test
    void everyAcceptedRowHasItsProcess() throws Exception {
        submit(list("流程", "1", "2", "3"), "dryRun=false")
                .andExpect(jsonPath("$.created").value(3));

        String no = problems.listed(List.of(key("流程", "2")))
                .get(key("流程", "2"))
                .no()
                .value();
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void sameFileTwiceChangesNothing() throws Exception {
        submit(list("两次", "1", "2"), "dryRun=false")
                .andExpect(jsonPath("$.created").value(2));

        submit(list("两次", "1", "2"), "dryRun=false")
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.updated").value(0))
                .andExpect(jsonPath("$.unchanged").value(2));
    }

    @Test
    void widthAndSpacesAreNoEdit() throws Exception {
        submit(HEADER + line("宽度", "1", "晋江市", "2026-12-31"), "dryRun=false");

        submit(HEADER + line("宽度", "1", "晋江市人民政府 ", "2026-12-31"), "dryRun=false")
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void editedFileShowsExactlyItsEdits() throws Exception {
        submit(list("修改", "1", "2", "3"), "dryRun=false");
        String edited = list("修改", "1", "2", "3").replace("修改2号措施", "修改2号新措施");

        submit(edited, "dryRun=false")
                .andExpect(jsonPath("$.updated").value(1))
                .andExpect(jsonPath("$.unchanged").value(2))
                .andExpect(jsonPath("$.changes.length()").value(1))
                .andExpect(jsonPath("$.changes[0].row").value(3))
                .andExpect(jsonPath("$.changes[0].field").value("整改措施"))
                .andExpect(jsonPath("$.changes[0].from").value("修改2号措施"))
                .andExpect(jsonPath("$.changes[0].to").value("修改2号新措施"));

        submit(edited, "dryRun=false").andExpect(jsonPath("$.unchanged").value(3));
    }

    @Test
    void changedUnitIsShownByName() throws Exception {
        submit(list("换单位", "1"), "dryRun=false");

        submit(HEADER + line("换单位", "1", "南安市", "2026-12-31"), "dryRun=true")
                .andExpect(jsonPath("$.changes[0].field").value("牵头单位"))
                .andExpect(jsonPath("$.changes[0].from").value("晋江市"))
                .andExpect(jsonPath("$.changes[0].to").value("南安市"));
    }

    @Test
    void oneBadRowKeepsTheWholeListOut() throws Exception {
        String file = HEADER + line("坏行", "1", "晋江市", "2026-12-31") + line("坏行", "2", "火星市", "改天");

        submit(file, "dryRun=false")
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.rejected").value(1))
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].row").value(3))
                .andExpect(jsonPath("$.errors[0].column").value("牵头单位"))
                .andExpect(jsonPath("$.errors[0].value").value("火星市"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("不存在")));

        assertThat(known("坏行", "1")).isFalse();
    }

    @Test
    void goodRowsAreImportedWhenAskedFor() throws Exception {
        String file = HEADER + line("部分", "1", "晋江市", "2026-12-31") + line("部分", "2", "火星市", "2026-12-31");

        submit(file, "dryRun=false&partial=true")
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected").value(1));

        assertThat(known("部分", "1")).isTrue();
    }

    @Test
    void twoRowsWithOneNumberNameEachOther() throws Exception {
        submit(list("重号", "1", "2", "1"), "dryRun=true")
                .andExpect(jsonPath("$.rejected").value(2))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.errors[0].row").value(2))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("第 4 行")))
                .andExpect(jsonPath("$.errors[1].row").value(4))
                .andExpect(jsonPath("$.errors[1].message").value(containsString("第 2 行")));
    }

    @Test
    void twoImportsOfOneFileAtOnceCreateNothingTwice() throws Exception {
        String file = list("同时", numbers(120));
        CompletableFuture<JsonNode> one = CompletableFuture.supplyAsync(() -> quietly(file));
        CompletableFuture<JsonNode> other = CompletableFuture.supplyAsync(() -> quietly(file));

        int created =
                one.join().get("created").asInt() + other.join().get("created").asInt();

        assertThat(created).isEqualTo(120);
    }

    @Test
    void longListGoesOnInTheBackgroundAndShowsProgress() throws Exception {
        JsonNode accepted =
                body(submit(list("长单", numbers(1_200)), "dryRun=false").andExpect(status().isAccepted()));
        String address = "/api/imports/" + accepted.get("id").asText();

        JsonNode now = accepted;
        while (!List.of("DONE", "REFUSED", "INTERRUPTED")
                .contains(now.get("state").asText())) {
            now = body(web.perform(get(address).with(httpBasic("coordinator", "duban"))));
        }

        assertThat(now.get("state").asText()).isEqualTo("DONE");
        assertThat(now.get("created").asInt()).isEqualTo(1_200);
        assertThat(now.get("done").asInt()).isEqualTo(1_200);
    }

    @Test
    void interruptedImportGoesOnWithoutDoubles() throws Exception {
        submit(list("续传", "1"), "dryRun=false");
        UUID id = UUID.randomUUID();
        byte[] content = list("续传", "1", "2", "3").getBytes(StandardCharsets.UTF_8);
        ImportRun.Order order = new ImportRun.Order(
                ImportKind.PROBLEMS,
                "清单.csv",
                "",
                content.length,
                id,
                false,
                false,
                null,
                Actor.system(),
                clock.instant());
        ImportRun run = ImportRun.started(id, order);
        runs.add(run);
        runs.storeFile(id, new ByteArrayInputStream(content));
        ImportRun.Counts before = new ImportRun.Counts(3, 1, 3, 1, 0, 0, 0);
        runs.save(run.to(ImportState.INTERRUPTED, before, "中断", null));

        web.perform(as(multipart("/api/imports/" + id + "/resume")))
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.created").value(3))
                .andExpect(jsonPath("$.unchanged").value(0));

        web.perform(as(multipart("/api/imports/" + id + "/resume"))).andExpect(status().isBadRequest());
    }

    @Test
    void unitsStayAsTheyAreOnceThePlanIsThere() throws Exception {
        submit(list("定案", "1"), "dryRun=false");
        jdbc.sql("update problem set state = 'RECTIFYING' where source = '定案'").update();

        submit(HEADER + line("定案", "1", "南安市", "2026-12-31"), "dryRun=false")
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.errors[0].column").value("牵头单位"))
                .andExpect(jsonPath("$.errors[0].value").value("南安市"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("整改中")));
        submit(list("定案", "1").replace("定案1号措施", "定案1号新措施"), "dryRun=false")
                .andExpect(jsonPath("$.updated").value(1));
    }

    @Test
    void errorSheetCarriesTheRowWithReasonAndRemedy() throws Exception {
        JsonNode answer = body(submit(HEADER + line("错表", "9", "火星市", "2026-12-31"), "dryRun=true"));
        MvcResult started = web.perform(get("/api/imports/" + answer.get("id").asText() + "/errors.xlsx")
                        .with(httpBasic("coordinator", "duban")))
                .andReturn();
        byte[] sheet =
                web.perform(asyncDispatch(started)).andReturn().getResponse().getContentAsByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("序号");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("9");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("火星市");
            assertThat(rows.get(1).getCellText(13)).contains("不存在");
            assertThat(rows.get(1).getCellText(14)).isNotBlank();
        }
    }

    @Test
    void columnsNobodyKnowsAreNamed() throws Exception {
        String file = "序号,问题来源,具体问题,经办人\n1,未知列,河道垃圾,某某\n";

        submit(file, "dryRun=true").andExpect(jsonPath("$.ignoredColumns").value(hasItem("经办人")));
    }

    @Test
    void brokenFileIsAnsweredWithAProblemDetail() throws Exception {
        submit("%PDF-1.7 nothing", "dryRun=true")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("不是表格")));
        submit("", "dryRun=false")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("空的")));
        submit(HEADER, "dryRun=false")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("没有数据")));
    }

    @Test
    void clerksImportNothing() throws Exception {
        web.perform(multipart("/api/imports").file(file(list("越权", "1"))).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isForbidden());
    }

    private JsonNode quietly(String content) {
        try {
            return body(submit(content, "dryRun=false"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ResultActions submit(String content, String parameters) throws Exception {
        return web.perform(multipart("/api/imports?kind=problems&" + parameters)
                .file(file(content))
                .with(httpBasic("coordinator", "duban")));
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("coordinator", "duban"));
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "清单.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode body(ResultActions result) throws Exception {
        return json.readTree(result.andReturn().getResponse().getContentAsByteArray());
    }

    private boolean known(String source, String serial) {
        return problems.listed(List.of(key(source, serial))).containsKey(key(source, serial));
    }

    private static ListKey key(String source, String serial) {
        return new ListKey(source, "晋江市", serial);
    }

    private static String[] numbers(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .toArray(String[]::new);
    }

    private static String list(String source, String... serials) {
        StringBuilder list = new StringBuilder(HEADER);
        for (String serial : serials) {
            list.append(line(source, serial, "晋江市", "2026-12-31"));
        }
        return list.toString();
    }

    private static String line(String source, String serial, String lead, String deadline) {
        return String.join(
                        ",",
                        serial,
                        source,
                        "晋江市",
                        source + serial + "号问题",
                        lead,
                        "晋江市、南安市",
                        "市生态环境局",
                        deadline,
                        "达标",
                        source + serial + "号措施")
                + "\n";
    }
}
