package org.duban.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.PageToken.pageToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The coordinator's pages of a round. */
@DubanTest
class RoundsPageTest {

    private static final String UNIT = "35050028";
    private static final String OTHER = "35050029";

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    private RoundOffice office;

    @BeforeEach
    void begin() {
        office = new RoundOffice(application);
    }

    @AfterEach
    void leaveNoRoundOpen() {
        office.tidy();
    }

    @Test
    void theCoordinatorOpensChasesAndFreezes() throws Exception {
        office.at("2042-03-25T09:00:00").problems(UNIT, "春", 1, LocalDate.of(2042, 12, 31));
        office.problems(OTHER, "夏", 1, LocalDate.of(2042, 12, 31));
        as("coordinator", get("/desk/rounds")).andExpect(content().string(containsString("发起月调度")));

        as("coordinator", post("/desk/rounds").param("month", "2042-03"))
                .andExpect(redirectedUrl("/desk/rounds/2042-03"));
        Round round = office.now(office.open("2042-03"));
        office.reports(round, UNIT, office.form(round, UNIT, "河道清淤过半", 55));

        as("coordinator", get("/desk/rounds/2042-03?unit=" + UNIT))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("泉州市卫生健康委员会填报的内容")))
                .andExpect(content().string(containsString("河道清淤过半")))
                .andExpect(content().string(containsString("every 15s")))
                .andExpect(content().string(containsString("个未报单位")));
        as("coordinator", post("/desk/rounds/2042-03/chases"))
                .andExpect(flash().attribute("message", containsString("个未报单位催报")));
        as("coordinator", post("/desk/rounds/2042-03/chases"))
                .andExpect(flash().attribute("message", containsString("今天已经催报过")));
        assertThat(office.unit(round, OTHER).chases()).isOne();

        as("coordinator", post("/desk/rounds/2042-03/freeze")).andExpect(redirectedUrl("/desk/rounds/2042-03"));
        office.runJobs(round);
        assertThat(office.now(round).frozenBy().name()).isEqualTo("杨月娥");
        as("coordinator", get("/desk/rounds/2042-03"))
                .andExpect(content().string(containsString("由杨月娥冻结")))
                .andExpect(content().string(not(containsString("冻结本轮"))))
                .andExpect(content().string(not(containsString("every 15s"))));
    }

    @Test
    void leadersAndAuditorsReadAndUnitsDoNot() throws Exception {
        office.at("2043-03-25T09:00:00").problems(UNIT, "秋", 1, LocalDate.of(2043, 12, 31));
        office.open("2043-03");

        for (String reader : new String[] {"leader", "auditor"}) {
            as(reader, get("/desk/rounds/2043-03"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("data-nav=\"/desk/rounds\"")))
                    .andExpect(content().string(not(containsString("冻结本轮"))));
            as(reader, get("/desk/rounds/2043-03/export.xlsx")).andExpect(status().isOk());
            as(reader, post("/desk/rounds/2043-03/freeze")).andExpect(status().isForbidden());
            as(reader, post("/desk/rounds/2043-03/chases")).andExpect(status().isForbidden());
            as(reader, post("/desk/rounds").param("month", "2043-02")).andExpect(status().isForbidden());
        }
        for (String path : List.of("/desk/rounds", "/desk/rounds/2043-03", "/desk/rounds/2043-03/export.xlsx")) {
            as("clerk" + UNIT, get(path)).andExpect(status().isForbidden());
        }
        as("clerk" + UNIT, get("/desk")).andExpect(content().string(not(containsString("/desk/rounds"))));
        as("coordinator", get("/desk/rounds/2043-13")).andExpect(status().isNotFound());
        as("coordinator", get("/desk/rounds/2043-09")).andExpect(status().isNotFound());
    }

    @Test
    void badChoicesAreAnsweredWithASentence() throws Exception {
        office.at("2044-03-25T09:00:00").problems(UNIT, "冬", 1, LocalDate.of(2044, 12, 31));
        as("coordinator", post("/desk/rounds"))
                .andExpect(redirectedUrl("/desk/rounds"))
                .andExpect(flash().attribute("refusal", "请选择要发起调度的月份。"));
        as("coordinator", post("/desk/rounds").param("month", "2044-09"))
                .andExpect(flash().attribute("refusal", containsString("只能发起本月")));
    }

    @Test
    void theCasePageShowsAUnitItsOwnLinesOnly() throws Exception {
        CaseNo no = office.at("2045-03-27T09:00:00")
                .problems(UNIT, "霜", 1, LocalDate.of(2045, 12, 31))
                .get(0);
        Round round = office.open("2045-03");
        office.reports(round, UNIT, office.form(round, UNIT, "已经完成管网改造的一半", 50));

        as("coordinator", get("/desk/cases/" + no)).andExpect(content().string(containsString("已经完成管网改造的一半")));
        as("clerk" + UNIT, get("/desk/cases/" + no)).andExpect(content().string(containsString("已经完成管网改造的一半")));
        // The supervising department sees the case, but not what another unit wrote in the round.
        as("clerk35050012", get("/desk/cases/" + no))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("已经完成管网改造的一半"))));
    }

    @Test
    void theExportHasARowForEveryUnitAndProblem() throws Exception {
        CaseNo no = office.at("2046-03-26T09:00:00")
                .problems(UNIT, "雪", 1, LocalDate.of(2046, 12, 31))
                .get(0);
        Round round = office.open("2046-03");
        office.reports(round, UNIT, office.form(round, UNIT, "设备进场", 20));

        byte[] file = as("auditor", get("/desk/rounds/2046-03/export.xlsx"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("2046年3月调度表（填报中，尚未冻结）");
            assertThat(rows.get(1).getCellText(10)).isEqualTo("本月整改进展");
            Row own = rows.stream()
                    .skip(2)
                    .filter(row -> row.getCellText(2).equals(no.value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(own.getCellText(1)).isEqualTo("泉州市卫生健康委员会");
            assertThat(own.getCellText(8)).isEqualTo("20");
            assertThat(own.getCellText(9)).isEqualTo("达到序时进度");
            assertThat(own.getCellText(10)).isEqualTo("设备进场");
            assertThat(own.getCellText(12)).isEqualTo("否");
        }
    }

    private ResultActions as(String who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(who, "duban")).with(pageToken()));
    }
}
