package org.duban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.duban.DubanTest;
import org.duban.journal.AccessFact;
import org.duban.journal.CaseJournal;
import org.duban.journal.EntryWords;
import org.duban.journal.Verification;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The auditor's lists, samples and notes, and that taking them away is recorded. */
@DubanTest
class AuditToolsTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    CaseJournal journal;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient db;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private String no;

    @BeforeEach
    void aCase() {
        new CaseDriver(application).on("2081-03-03");
        office = registered();
        no = office.no().value();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    private CaseDriver registered() {
        return new CaseDriver(application)
                .register(CaseDriver.row(
                        "AT" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2081, 12, 30)), "350582"));
    }

    private ResultActions auditor(String path, Object... values) throws Exception {
        return web.perform(get(path, values).with(httpBasic("auditor", "duban")));
    }

    private ResultActions posts(String path, String... parameters) throws Exception {
        var request = post(path).with(httpBasic("auditor", "duban")).with(pageToken());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return web.perform(request);
    }

    @Test
    void anExportIsRecordedWithRowsAndTheHashOfItsBytes() throws Exception {
        byte[] sheet = auditor("/audit/lists/moves/export.xlsx?late=true")
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sheet));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(workbook.getFirstSheet().read().get(0).getCellText(0)).isEqualTo("时间");
        }
        auditor("/audit/lists/accesses?kind=EXPORT")
                .andExpect(content()
                        .string(allOf(containsString("审计清单：期限变动"), containsString("逾期后作出"), containsString(hash))));
        Map<?, ?> last = lastAccess("export.finished");
        assertThat(last.get("sha256")).isEqualTo(hash);
        assertThat(last.get("bytes")).isEqualTo((long) sheet.length);
        assertThat(verification.ofCase(AccessFact.CHAIN).intact()).isTrue();
    }

    @Test
    void theLedgersExportIsRecordedWithItsFilter() throws Exception {
        web.perform(get("/desk/export.xlsx").param("q", no).with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk());
        assertThat(lastAccess("export.finished").toString())
                .containsIgnoringCase("关键词：" + no)
                .contains("问题台账", "rows=1");
        web.perform(get("/audit/lists/accesses").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isForbidden());
    }

    @Test
    void theAuditorsOwnReadingIsListedOnce() throws Exception {
        auditor("/audit/cases/{no}", no).andExpect(status().isOk());
        auditor("/audit/cases/{no}?step=1", no).andExpect(status().isOk());
        List<Integer> found = db.sql("select 1 from journal_access where case_no = :no and kind = 'READ'")
                .param("no", no)
                .query(Integer.class)
                .list();
        assertThat(found).hasSize(1);
        assertThat(lastAccess("case.read").get("caseNo")).isEqualTo(no);
        auditor("/audit/journal?case=access")
                .andExpect(content().string(allOf(containsString("（导出与查阅）"), containsString("查阅案件："))));
        auditor("/audit/lists/accesses?kind=READ")
                .andExpect(content().string(not(containsString("/audit/cases/access"))));
        auditor("/audit/lists/accesses?caseNo={no}&kind=READ", no)
                .andExpect(content().string(containsString("案件回放")));
    }

    @Test
    void aSampleIsDrawnAgainWithItsSeedAndTakenAwayWhole() throws Exception {
        registered();
        registered();
        String to = posts(
                        "/audit/samples",
                        "name",
                        "三月抽样",
                        "from",
                        "2081-03-03",
                        "to",
                        "2081-03-03",
                        "size",
                        "2",
                        "seed",
                        "seed2081")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(to).matches("/audit/samples/\\d+");
        auditor(to + "?again=true")
                .andExpect(content()
                        .string(allOf(
                                containsString("seed2081"),
                                containsString("重抽得到同样的案件"),
                                containsString("登记自 2081-03-03"))));
        assertThat(lastAccess("audit.sampleDrawn").toString()).contains("seed2081", "2081");
        String id = to.substring(to.lastIndexOf('/') + 1);
        byte[] zip = auditor("/audit/dossiers.zip?sample=" + id)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Set<String> names = new HashSet<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("index.html");
        assertThat(names.stream().filter(name -> name.endsWith("/index.html"))).hasSize(2);
        assertThat(names.stream().filter(name -> name.endsWith("/record/record.ndjson")))
                .hasSize(2);
        assertThat(lastAccess("export.finished").toString()).contains("一案一档（多案）", "rows=2");
        posts("/audit/samples", "size", "500").andExpect(flash().attribute("refusal", containsString("1 至 200")));
        auditor("/audit/dossiers.zip?cases=WT1999-000001").andExpect(status().is4xxClientError());
    }

    @Test
    void notesStandBesideTheRecordAndAreWithdrawnByTheirAuthorAlone() throws Exception {
        long entries = journal.page(no, 0, 1).total();
        posts("/audit/cases/" + no + "/notes", "step", "1", "text", "登记依据待核对")
                .andExpect(flash().attribute("message", "备注已保存。"));
        posts("/audit/cases/" + no + "/notes", "text", " ")
                .andExpect(flash().attribute("refusal", containsString("没有内容")));
        auditor("/audit/cases/{no}/notes?step=1&part=true", no)
                .andExpect(content().string(allOf(containsString("登记依据待核对"), containsString("撤下"))));
        auditor("/audit/lists/notes?caseNo={no}", no).andExpect(content().string(containsString("第 1 步")));
        assertThat(journal.page(no, 0, 1).total()).isEqualTo(entries);
        Long id = db.sql("select id from audit_note where case_no = :no")
                .param("no", no)
                .query(Long.class)
                .single();
        web.perform(post("/audit/cases/{no}/notes/{id}/withdrawal", no, id)
                        .with(httpBasic("admin", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("refusal", containsString("只能撤下自己写的备注")));
        posts("/audit/cases/" + no + "/notes/" + id + "/withdrawal").andExpect(flash().attribute("message", "备注已撤下。"));
        web.perform(get("/audit/cases/{no}/notes", no).with(httpBasic("coordinator", "duban")))
                .andExpect(status().isForbidden());
    }

    @Test
    void theOfficeReadsTheReplayAndNothingElseOfTheAuditor() throws Exception {
        for (String person : List.of("coordinator", "leader")) {
            web.perform(get("/audit/cases/{no}", no).with(httpBasic(person, "duban")))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("案件回放"),
                                    not(containsString("下载一案一档")),
                                    not(containsString("审计备注")))));
            web.perform(get("/audit/cases/{no}/steps/1", no).with(httpBasic(person, "duban")))
                    .andExpect(status().isOk());
            for (String path :
                    List.of("/audit", "/audit/lists/silent", "/audit/samples", "/audit/cases/" + no + "/dossier.zip")) {
                web.perform(get(path).with(httpBasic(person, "duban"))).andExpect(status().isForbidden());
            }
            web.perform(get("/desk/cases/{no}", no).with(httpBasic(person, "duban")))
                    .andExpect(content().string(containsString("回放本案")));
        }
    }

    private Map<?, ?> lastAccess(String type) {
        long total = journal.page(AccessFact.CHAIN, 0, 1).total();
        return journal.page(AccessFact.CHAIN, Math.max(0, total - 50), 50).items().stream()
                .flatMap(entry -> EntryWords.events(CaseJournal.body(entry)).stream())
                .filter(event -> type.equals(event.get("type")))
                .reduce((one, later) -> later)
                .map(event -> (Map<?, ?>) event.get("data"))
                .orElseThrow();
    }
}
