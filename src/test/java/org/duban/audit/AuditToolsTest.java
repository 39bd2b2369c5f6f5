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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RuntimeService;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.desk.CardStage;
import org.duban.engine.EngineIdentity;
import org.duban.journal.AccessFact;
import org.duban.journal.CaseJournal;
import org.duban.journal.EntryWords;
import org.duban.journal.Verification;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.petition.LetterDriver;
import org.duban.problem.CaseDriver;
import org.duban.problem.Criterion;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.round.Round;
import org.duban.round.RoundOffice;
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
    RuntimeService runtime;

    @Autowired
    EngineIdentity identity;

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
    void aHandInTheEngineIsListedWithPersonAndNarrowedByCase() throws Exception {
        identity.asPerson("admin", () -> runtime.setVariable(office.process().getId(), "leadUnit", "350583"));
        auditor("/audit/lists/interventions?caseNo={no}", no)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("手工修改变量"),
                                containsString("leadUnit"),
                                containsString("350583"),
                                containsString("未写"))));
        auditor("/audit/lists/interventions?caseNo={no}&person=clerk350582", no)
                .andExpect(content().string(containsString("没有符合条件的")));
    }

    @Test
    void silenceIsListedAfterSoManyDaysAndEndsWithWork() throws Exception {
        office.on("2081-05-10");
        auditor("/audit/lists/silent?n=60").andExpect(content().string(containsString(no)));
        auditor("/audit/lists/silent?n=90").andExpect(content().string(not(containsString(no))));
        auditor("/audit/lists/silent?n=0").andExpect(content().string(containsString("应在 1 至")));
        office.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        auditor("/audit/lists/silent?n=60").andExpect(content().string(not(containsString(no))));
    }

    @Test
    void whatWasStruckOffWithinMinutesIsListed() throws Exception {
        db.sql("update problem set struck_off_at = registered_at + interval '7 minutes' where no = :no")
                .param("no", no)
                .update();
        try {
            auditor("/audit/lists/hasty?n=10")
                    .andExpect(content().string(allOf(containsString(no), containsString("7 分钟"))));
            auditor("/audit/lists/hasty?n=5").andExpect(content().string(not(containsString(no))));
        } finally {
            db.sql("update problem set struck_off_at = null where no = :no")
                    .param("no", no)
                    .update();
        }
    }

    @Test
    void aCaseInWhichEverythingCameInTheLastHourIsListed() throws Exception {
        office.at("2081-03-05T17:20");
        office.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        CaseDriver early = new CaseDriver(application).on("2081-03-03");
        CaseDriver other = registered();
        other.as(Journey.CLERK).does("UserTask_SignFor", "{\"decision\":\"sign\"}");
        auditor("/audit/lists/last-hour?n=1")
                .andExpect(content()
                        .string(allOf(
                                containsString(no),
                                not(containsString(other.no().value())))));
        assertThat(early).isNotNull();
    }

    @Test
    void lettersAndCardsAreOnTheListsAsProblemsAre() throws Exception {
        LetterDriver letter = new LetterDriver(application).on("2081-03-03").platformLetter(null);
        String letterNo = letter.no().value();
        office.on("2081-03-03");
        String card =
                CardStage.about(application, office).lateBy(5).issued().no().value();
        office.on("2081-05-10");
        auditor("/audit/lists/silent?n=60&flow=XF")
                .andExpect(content()
                        .string(allOf(containsString(letterNo), containsString("待转办"), not(containsString(card)))));
        auditor("/audit/lists/silent?n=60&flow=HP")
                .andExpect(content().string(allOf(containsString(card), not(containsString(letterNo)))));
        db.sql("""
                        update petition set dispatched_at = registered_at, closed_at = registered_at + interval '3 minutes'
                         where no = :no""").param("no", letterNo).update();
        db.sql("update card set closed_at = proposed_at + interval '4 minutes' where no = :no")
                .param("no", card)
                .update();
        auditor("/audit/lists/hasty?n=5")
                .andExpect(content().string(allOf(containsString(letterNo), containsString(card))));
        auditor("/audit/lists/hasty?n=5&flow=HP")
                .andExpect(content().string(allOf(not(containsString(letterNo)), containsString(card))));
        db.sql("update petition set dispatched_at = null, closed_at = null where no = :no")
                .param("no", letterNo)
                .update();
        db.sql("update card set closed_at = null where no = :no")
                .param("no", card)
                .update();
        posts("/audit/cases/" + letterNo + "/notes", "text", "来件无点位")
                .andExpect(redirectedUrlPattern("/audit/cases/*/notes"));
        auditor("/audit/lists/notes").andExpect(content().string(containsString(letterNo)));
    }

    @Test
    void changedDeadlinesOfALetterAndSamplesOfLettersAndCards() throws Exception {
        LetterDriver letter = new LetterDriver(application).on("2081-03-04").batchLetter();
        LedgerEntry limit = application.getBean(DeadlineLedger.class).current(letter.no()).stream()
                .filter(entry -> !entry.course().followsSubject())
                .findFirst()
                .orElseThrow();
        office.on("2081-08-04");
        application
                .getBean(DeadlineMoves.class)
                .extend(
                        letter.no(),
                        limit.id(),
                        LocalDate.of(2081, 9, 10),
                        "补充调查",
                        null,
                        Actor.of("coordinator", "杨月娥"));
        auditor("/audit/lists/moves?flow=XF&late=true")
                .andExpect(content().string(allOf(containsString(letter.no().value()), containsString("补充调查"))));
        auditor("/audit/lists/moves?flow=HP")
                .andExpect(content().string(not(containsString(letter.no().value()))));
        auditor("/audit/lists/moves?caseNo={no}", letter.no())
                .andExpect(content().string(containsString("补充调查")));

        String to = posts("/audit/samples", "flow", "XF", "from", "2081-03-04", "to", "2081-03-04", "size", "5")
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        auditor(to)
                .andExpect(content()
                        .string(allOf(
                                containsString(letter.no().value()),
                                containsString("信访件"),
                                not(containsString("WT2081")))));
        posts("/audit/samples", "flow", "HP", "state", "RECTIFYING")
                .andExpect(flash().attribute("refusal", containsString("不是“警示牌”的状态")));
    }

    @Test
    void aUnitThatReportsEachRoundInTheLastHourIsListed() throws Exception {
        RoundOffice rounds = new RoundOffice(application).at("2081-03-26T09:00:00");
        Round round = rounds.open("2081-03");
        String due = db.sql("select due_at at time zone 'Asia/Shanghai' from deadline where key = :key")
                .param("key", round.no() + "/report")
                .query(LocalDateTime.class)
                .single()
                .toLocalDate()
                .minusDays(1)
                .toString();
        rounds.at(due + "T17:30:00").reports(round, "350582", rounds.form(round, "350582", "设备进场", 20));
        rounds.tidy();
        auditor("/audit/lists/last-hour?n=1&flow=DD")
                .andExpect(content().string(containsString(round.no().value())));
        auditor("/audit/lists/last-hour?n=100&flow=DD")
                .andExpect(content().string(not(containsString(round.no().value()))));
    }

    @Test
    void theSamePictureInTwoCasesIsListed() throws Exception {
        CaseDriver one = Journey.rectifying(
                application,
                CaseDriver.row("AT" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2081, 12, 30)), "350582"));
        CaseDriver two = Journey.rectifying(
                application,
                CaseDriver.row("AT" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2081, 12, 30)), "350582"));
        String hash = HexFormat.of().formatHex(new byte[32]);
        one.as(Journey.CLERK).attaches("UserTask_ReportDone", Criterion.values()[0]);
        two.as(Journey.CLERK).attaches("UserTask_ReportDone", Criterion.values()[0]);
        // Whatever bytes the driver hands in: here both cases have the same.
        for (CaseDriver each : List.of(one, two)) {
            db.sql("update evidence set sha256 = :hash where case_no = :no")
                    .param("hash", hash)
                    .param("no", each.no().value())
                    .update();
        }
        try {
            auditor("/audit/lists/shared-files")
                    .andExpect(content()
                            .string(allOf(
                                    containsString(one.no().value()),
                                    containsString(two.no().value()))));
        } finally {
            db.sql("delete from evidence where sha256 = :hash")
                    .param("hash", hash)
                    .update();
        }
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
