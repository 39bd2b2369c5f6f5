package org.duban.petition.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.duban.petition.publication.PressOffice.SECOND;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityTime;
import org.duban.petition.publication.StuffedLetters.Stuffed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What a stranger reads, and what a stranger does not. */
@DubanTest
class PublicPagesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    Publications publications;

    @Autowired
    CityTime time;

    private PressOffice office;
    private int batch;

    @BeforeEach
    void begin() {
        office = new PressOffice(application).at("2091-06-10T09:00:00");
        batch = PressOffice.ordinal();
    }

    @AfterEach
    void clockRunsOn() {
        time.reset();
    }

    @Test
    void nothingPersonalComesOutOfLettersFullOfIt() throws Exception {
        List<CaseNo> letters = new ArrayList<>();
        for (Stuffed stuffed : StuffedLetters.all()) {
            letters.add(office.answered(batch, stuffed.body(), stuffed.findings(), stuffed.handling(), null));
        }
        letters.forEach(office::publish);
        String address = "/public/batches/" + office.token(letters.get(0));

        String page = body(address);
        String json = body(address + "/rows.json");
        String sheet = String.join("\n", cells(address + "/table.xlsx"));
        // Hashes have digits of their own.
        for (String published : List.of(page, json.replaceAll("[0-9a-f]{64}", ""), sheet)) {
            for (Stuffed stuffed : StuffedLetters.all()) {
                assertThat(published).as(stuffed.body()).doesNotContain(stuffed.secrets());
            }
            assertThat(published)
                    .doesNotContain(letters.stream().map(CaseNo::value).toList());
            assertThat(published).contains(office.number(letters.get(0))).contains("鞋厂夜间排放废气");
        }
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void theTableHasTheOfficialColumnsOfItsRound() throws Exception {
        CaseNo no = office.answered(batch, "按 2023 年栏目公开的一件。");
        office.publish(no);
        int other = PressOffice.ordinal();
        CaseNo old = office.answered(other, "按 2019 年栏目公开的一件。");
        publications.lay(office.batch(old), TableLayout.Y2019);
        office.publish(old);

        assertThat(row(no, 1))
                .containsExactly(
                        "序号",
                        "受理编号",
                        "交办问题基本情况",
                        "行政区域",
                        "问题类型",
                        "调查核实情况",
                        "是否属实",
                        "办结目标",
                        "处理和整改情况",
                        "是否办结",
                        "责任人被处理情况");
        assertThat(row(no, 2)).contains("1", office.number(no), "晋江市", "大气、噪声", "属实", "已办结");
        assertThat(row(old, 1))
                .containsExactly("序号", "受理编号", "行政区域", "交办问题的基本情况", "污染类型", "是否属实", "调查核实情况", "处理和整改情况", "问责情况");
    }

    @Test
    void whatIsNotPublishedLooksLikeWhatDoesNotExist() throws Exception {
        CaseNo no = office.answered(batch, "只确认、没有发布的一件。");
        publications.lay(office.batch(no), TableLayout.Y2023);
        publications.confirmUntouched(no, PressOffice.FIRST);
        String never = missing("/public/batches/" + Releasing.token());

        for (String guess : List.of(
                String.valueOf(office.batch(no)),
                String.valueOf(batch),
                office.number(no),
                no.value(),
                "null",
                office.inspection)) {
            assertThat(missing("/public/batches/" + guess)).isEqualTo(never);
            assertThat(missing("/public/batches/" + guess + "/table.xlsx")).isEqualTo(never);
        }
        assertThat(missing("/public/batches/x/y/z")).isEqualTo(never);
        assertThat(body("/public/batches")).doesNotContain(PublicTable.name(batchOf(no)));
    }

    @Test
    void aLetterNotReleasedIsNotReachedThroughItsBatch() throws Exception {
        CaseNo shown = office.answered(batch, "已经发布的一件。");
        CaseNo hidden = office.answered(batch, "还没有发布的另一件。");
        office.publish(shown);
        publications.confirmUntouched(hidden, PressOffice.FIRST);
        String address = "/public/batches/" + office.token(shown);

        for (String path : List.of(address, address + "?no=" + office.number(hidden), address + "/rows.json")) {
            assertThat(body(path)).doesNotContain("还没有发布的另一件");
        }
        assertThat(body(address + "?no=" + office.number(shown))).contains("已经发布的一件");
        assertThat(body("/public/batches")).contains(PublicTable.name(batchOf(shown)));
        assertThat(body("/public/batches/feed.xml"))
                .contains(office.token(shown))
                .contains("http://www.w3.org/2005/Atom");
        assertThat(body("/public/batches/list.json")).contains(office.token(shown));
    }

    @Test
    void strangersReachNothingElseAndChangeNothing() throws Exception {
        CaseNo no = office.answered(batch, "陌生人能看的一件。");
        office.publish(no);
        String address = "/public/batches/" + office.token(no);

        web.perform(get(address))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Cache-Control", containsString("must-revalidate")))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull())
                .andExpect(content().string(not(containsString("/desk"))));
        web.perform(post(address)).andExpect(status().isNotFound());
        web.perform(delete(address)).andExpect(status().isNotFound());
        for (String path : List.of("/public", "/public/", "/public/other", "/public/cases/" + no)) {
            web.perform(get(path)).andExpect(status().isNotFound());
            web.perform(get(path).with(httpBasic("admin", "duban"))).andExpect(status().isNotFound());
        }
        for (String path : List.of("/desk/publication", "/desk/publication/1/table.xlsx", "/desk", "/api/cases")) {
            assertThat(web.perform(get(path)).andReturn().getResponse().getStatus())
                    .isIn(302, 401);
        }
        web.perform(get("/desk/publication").with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isForbidden());
        web.perform(post("/desk/publication/1/releases")
                        .with(httpBasic("auditor", "duban"))
                        .with(pageToken()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anUnchangedTableIsNotSentAgainAndACorrectedOneIs() throws Exception {
        CaseNo no = office.answered(batch, "要更正的公开件。");
        office.publish(no);
        String address = "/public/batches/" + office.token(no);
        for (String path : List.of(address, address + "/rows.json", address + "/table.xlsx")) {
            String tag = web.perform(get(path)).andReturn().getResponse().getHeader("ETag");
            assertThat(tag).isNotBlank();
            web.perform(get(path).header("If-None-Match", tag))
                    .andExpect(status().isNotModified())
                    .andExpect(content().string(""));
        }
        String before = web.perform(get(address)).andReturn().getResponse().getHeader("ETag");

        office.at("2091-06-12T09:00:00");
        office.confirm(no, office.with(no, Part.GOAL, "六月底前完成"), "目标写漏了");
        publications.release(no, SECOND);

        web.perform(get(address).header("If-None-Match", before))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("本件于 2091年6月12日 更正，原因：目标写漏了。")));

        publications.withdraw(no, "不宜公开", SECOND);
        for (String path : List.of(address, address + "/rows.json")) {
            assertThat(body(path))
                    .doesNotContain("要更正的公开件")
                    .contains("本件于 2091年6月12日 撤回，原因：不宜公开。")
                    .contains(office.number(no));
        }
        assertThat(String.join("\n", cells(address + "/table.xlsx"))).doesNotContain("要更正的公开件");
    }

    @Test
    void theOfficeSeesOriginalAndDraftSideBySideAndEveryVersion() throws Exception {
        CaseNo no = office.answered(batch, "村民王小明反映一件<b>要看</b>的事。");
        String address = "/desk/publication/" + office.batch(no);
        for (String path : List.of("/desk/publication", address, address + "/letters/" + no, address + "/table")) {
            web.perform(get(path).with(httpBasic("coordinator", "duban"))).andExpect(status().isOk());
        }
        web.perform(post(address + "/letters/" + no)
                        .param("text_BODY", "村民王小明反映。")
                        .param("text_FINDINGS", "属实。")
                        .param("text_HANDLING", "已整改。")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("村民王小明反映。")))
                .andExpect(content().string(containsString("像是姓名")));
        office.publish(no);
        for (String reader : List.of("coordinator", "leader", "auditor")) {
            for (String path : List.of(
                    address + "?stage=SHOWN",
                    address + "/letters/" + no,
                    address + "/table?day=2091-06-10",
                    address + "/table.xlsx?day=2091-06-10")) {
                web.perform(get(path).with(httpBasic(reader, "duban"))).andExpect(status().isOk());
            }
        }
        web.perform(get(address + "/letters/" + no).with(httpBasic("coordinator", "duban")))
                .andExpect(content().string(containsString("与内容相符")))
                .andExpect(content().string(containsString("撤回公开")))
                .andExpect(content().string(not(containsString("<b>要看"))));
    }

    private org.duban.petition.Batch batchOf(CaseNo no) {
        return application
                .getBean(org.duban.petition.BatchStore.class)
                .find(office.batch(no))
                .orElseThrow();
    }

    private String body(String path) throws Exception {
        return text(
                web.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse());
    }

    private String missing(String path) throws Exception {
        MockHttpServletResponse response = web.perform(get(path))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse();
        return response.getHeaderNames() + text(response);
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> row(CaseNo no, int index) throws Exception {
        try (ReadableWorkbook workbook = workbook("/public/batches/" + office.token(no) + "/table.xlsx")) {
            Row row = workbook.getFirstSheet().read().get(index);
            return row.stream()
                    .filter(cell -> cell != null && !cell.getText().isEmpty())
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    private List<String> cells(String path) throws Exception {
        try (ReadableWorkbook workbook = workbook(path)) {
            return workbook.getFirstSheet().read().stream()
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null)
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    private ReadableWorkbook workbook(String path) throws Exception {
        byte[] bytes = web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return new ReadableWorkbook(new ByteArrayInputStream(bytes));
    }
}
