package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.duban.DubanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DubanTest
class LedgerTest {

    private static final String JINJIANG = "350582";
    private static final String HUIAN = "350521";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private Shelf shelf;
    private LocalDate today;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(db);
        today = LocalDate.now(clock);
    }

    @Test
    void pagesNeitherSkipNorRepeatEvenWhereTheSortKeyIsTheSame() throws Exception {
        List<String> put = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            put.add(shelf.open(JINJIANG, i % 3 == 0 ? null : today.plusDays(30)));
        }
        for (String sort : List.of("no", "-no", "dueOn", "-dueOn", "source", "leadUnit", "-state")) {
            List<String> seen = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = cases("coordinator", "sort", sort, "size", "2", "after", after);
                assertThat(page.get("total").asInt()).isEqualTo(7);
                seen.addAll(numbers(page));
                after = page.get("next").asText("");
            } while (!after.isEmpty() && !"null".equals(after));
            assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(put);
        }
    }

    @Test
    void clerksSeeTheCasesOfTheirOwnUnitOnly() throws Exception {
        String ours = shelf.open(JINJIANG, today.plusDays(9));
        shelf.open(HUIAN, today.plusDays(9));
        assertThat(numbers(cases("clerk350582"))).containsExactly(ours);
        assertThat(cases("clerk350583").get("total").asInt()).isZero();
        assertThat(cases("clerk35050012").get("total").asInt()).isEqualTo(2);
        assertThat(cases("auditor").get("total").asInt()).isEqualTo(2);
    }

    @Test
    void theExportHoldsWhatTheReaderMaySee() throws Exception {
        String ours = shelf.open(JINJIANG, today.plusDays(9));
        shelf.open(HUIAN, today.plusDays(9));
        byte[] file = web.perform(
                        get("/desk/export.xlsx").param("q", shelf.word).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getCellText(1)).isEqualTo("案号");
            assertThat(rows.get(1).getCellText(1)).isEqualTo(ours);
        }
    }

    @Test
    void standingAndStruckOffCasesAreNeverOverdue() throws Exception {
        LocalDate past = today.minusDays(10);
        final String late = shelf.open(JINJIANG, past);
        shelf.open(JINJIANG, today);
        shelf.put(JINJIANG, "STANDING", "STANDING", past, null);
        shelf.put(JINJIANG, "STRUCK_OFF", "DATE", past, today.minusDays(3));
        shelf.put(JINJIANG, "CLOSED", "DATE", past, today.minusDays(3));
        shelf.put(JINJIANG, "PUBLIC_NOTICE", "DATE", past, past);
        final String lateDone = shelf.put(JINJIANG, "PUBLIC_NOTICE", "DATE", past, past.plusDays(1));
        assertThat(numbers(cases("coordinator", "overdue", "true"))).containsExactlyInAnyOrder(late, lateDone);
        assertThat(cases("coordinator", "overdue", "false").get("total").asInt())
                .isEqualTo(5);
    }

    @Test
    void dueWithinLeavesOutWhatIsOver() throws Exception {
        shelf.open(JINJIANG, today.minusDays(1));
        final String now = shelf.open(JINJIANG, today);
        final String soon = shelf.open(JINJIANG, today.plusDays(7));
        shelf.open(JINJIANG, today.plusDays(8));
        assertThat(numbers(cases("coordinator", "dueWithin", "7"))).containsExactlyInAnyOrder(now, soon);
    }

    @Test
    void searchFindsWordsOfTwoCharactersOneCharacterAndUnits() throws Exception {
        String no = shelf.open(JINJIANG, today.plusDays(9));
        for (String q : List.of("猪场 " + shelf.word, "猪 " + shelf.word, "晋江 " + shelf.word, no, "養" + shelf.word)) {
            int expected = q.startsWith("養") ? 0 : 1;
            JsonNode page = answer(get("/api/cases").param("q", q), "coordinator");
            assertThat(page.get("total").asInt()).as(q).isEqualTo(expected);
        }
        assertThat(answer(get("/api/cases").param("q", "100%_" + shelf.word), "coordinator")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void unitAndStateAndKindNarrowTheList() throws Exception {
        String no = shelf.open(HUIAN, today.plusDays(9));
        shelf.put(JINJIANG, "STANDING", "STANDING", null, null);
        assertThat(numbers(cases("coordinator", "unit", HUIAN))).containsExactly(no);
        assertThat(numbers(cases("coordinator", "unit", "惠安县"))).containsExactly(no);
        assertThat(numbers(cases("coordinator", "state", "RECTIFYING"))).containsExactly(no);
        assertThat(cases("coordinator", "deadlineKind", "STANDING").get("total").asInt())
                .isEqualTo(1);
        assertThat(cases("coordinator", "card", "red").get("total").asInt()).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() throws Exception {
        for (String[] wrong : new String[][] {
            {"sort", "title"},
            {"state", "LOST"},
            {"unit", "没有这个单位"},
            {"size", "201"},
            {"size", "0"},
            {"after", "abc"},
            {"overdue", "maybe"},
            {"flow", "other"}
        }) {
            web.perform(get("/api/cases").param(wrong[0], wrong[1]).with(httpBasic("coordinator", "duban")))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                    .andExpect(jsonPath("$.field").value(wrong[0]));
        }
    }

    @Test
    void theLedgerPageShowsTabsAndKeepsTheFilterInItsLinks() throws Exception {
        shelf.open(JINJIANG, today.minusDays(3));
        web.perform(get("/desk").param("q", shelf.word).param("sort", "dueOn").with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("超期")))
                .andExpect(content().string(containsString("sort=dueOn")))
                .andExpect(content().string(containsString("/desk/export.xlsx?q=")));
    }

    @Test
    void withoutLoginTheApiSaysSoInsteadOfShowingAPage() throws Exception {
        web.perform(get("/api/cases")).andExpect(status().isUnauthorized());
    }

    private JsonNode cases(String who, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request = get("/api/cases").param("q", shelf.word);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return answer(request, who);
    }

    private JsonNode answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        return json.readTree(web.perform(request.with(httpBasic(who, "duban")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> numbers(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("no").asText())
                .toList();
    }
}
