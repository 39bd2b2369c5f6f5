package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.launch.CityClock;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.BatchStore;
import org.duban.petition.LetterBox;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What the papers of batches say: lists of batches, statistics with a district a line, and batches already closed. */
@DubanTest
class StatisticsImportTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    PetitionService petitions;

    @Autowired
    PetitionStore letters;

    @Autowired
    BatchStore batches;

    @Autowired
    BatchService batchService;

    @Autowired
    ObjectMapper json;

    @Autowired
    CityClock clock;

    @BeforeEach
    void aDay() {
        new LetterBox(application).on("2072-03-10");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void publishedStatisticsGoInAndTheSumsAgree() throws Exception {
        String file = resource("petition/batches-published.csv");
        submit(file)
                .andExpect(jsonPath("$.created").value(3))
                .andExpect(jsonPath("$.rejected").value(0))
                .andExpect(jsonPath("$.notes").value(hasItem(containsString("累计11批"))));
        submit(file)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.updated").value(0))
                .andExpect(jsonPath("$.unchanged").value(3));
        Batch ningde = batches.find(new Batch.Key("第二轮中央(2019)", "宁德市", 28)).orElseThrow();
        assertThat(ningde.stated().letters()).isEqualTo(8);
        assertThat(ningde.stated().districts().values())
                .extracting(number -> number.toPlainString())
                .containsExactlyInAnyOrder("4.5", "1", "1", "1", "0.5");
        assertThat(ningde.stated().differences()).isEmpty();
        assertThat(batches.find(new Batch.Key("第二轮中央(2019)", "", 28))
                        .orElseThrow()
                        .stated()
                        .letters())
                .isEqualTo(24);
    }

    @Test
    void statisticsWithOneDistrictALineBecomeThePaperOfTheBatch() throws Exception {
        String file = "第九测试督察组第六批移交信访件统计表（2072年3月9日）,,,,,,,\n"
                + "县（市、区）,移交件数,水,大气,土壤,噪音,其他污染,合计\n"
                + "晋江市,4.5（重点1）,2,3,,1,,6\n"
                + "南安市,1,,1,,,,1\n"
                + "惠安县,0.5,1,,,,,1\n"
                + "市直,1,,,,,1,1\n"
                + "合计,7,3,4,,1,1,9\n"
                + "注：一件来件涉及多个污染类型的分别计数。,,,,,,,\n";
        submit(file)
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.rejected").value(0));
        Batch batch = batch("第九测试督察组", 6);
        assertThat(batch.handedOverOn()).isEqualTo("2072-03-09");
        assertThat(batch.stated().letters()).isEqualTo(7);
        assertThat(batch.stated().starred()).isEqualTo(1);
        assertThat(batch.stated().districts()).containsOnlyKeys("晋江市", "南安市", "惠安县", "市直");
        assertThat(batch.stated().types()).containsOnlyKeys("水", "大气", "噪声", "其他");
        assertThat(batch.stated().differences()).isEmpty();
        submit(file)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void aTableOfDistrictsWithFaultsNamesRowColumnAndValueAndKeepsNothing() throws Exception {
        String head = "第九测试督察组第七批统计表,,,,\n县（市、区）,移交件数,水,大气,合计\n";
        JsonNode refused = body(submit(head + "晋江市,2,1,1,2\n鼓楼区,1,1,,1\n南安市,两件,,1,1\n晋江市,1,1,,1\n"));
        assertThat(refused.path("rejected").asInt()).isEqualTo(3);
        assertThat(refused.path("errors").toString())
                .contains("\"row\":4", "县（市、区）", "“鼓楼区”不是本市的县（市、区）或单位")
                .contains("\"row\":5", "移交件数", "“两件”不是件数")
                .contains("\"row\":6", "与第 3 行是同一个县（市、区）");
        assertThat(batches.find(new Batch.Key("第九测试督察组", "", 7))).isEmpty();
        submit(head + "晋江市,2,1,1,2\n合计,3,1,1,2\n")
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.notes").value(hasItem(containsString("件数写 3，各县（市、区）相加是 2"))));
        assertThat(batch("第九测试督察组", 7).stated().differences())
                .singleElement()
                .asString()
                .contains("来文分地区合计 2，件数 3，相差 1");
        submit("县（市、区）,移交件数,水,大气,合计\n晋江市,2,1,1,2\n")
                .andExpect(jsonPath("$.detail").value(containsString("没有写明是哪次督察")));
    }

    @Test
    void aClosedBatchKeepsItsPaperAndTheRowIsRefused() throws Exception {
        submit("序号,受理编号,督察来源,批次,行政区域,污染类型,交办问题基本情况\n" + "1,X3FJ207203100901,第九测试督察组,第九批,晋江市,大气,晋江市陈埭镇某封批鞋厂夜间排放刺鼻气味。\n");
        long id = batch("第九测试督察组", 9).id();
        CaseNo no = letters.ofBatch(id).get(0).no();
        petitions.dispatch(no, LetterBox.dispatch("350582", "1"), LetterBox.COORDINATOR);
        String list = "督察,批次,件数,分地区\n第九测试督察组,第九批,1,晋江市1\n";
        submit(list).andExpect(jsonPath("$.created").value(1));
        batchService.close(id, LetterBox.COORDINATOR);

        submit(list)
                .andExpect(jsonPath("$.unchanged").value(1))
                .andExpect(jsonPath("$.rejected").value(0));
        JsonNode other = body(submit(list.replace(",1,晋江市1", ",2,晋江市2")));
        assertThat(other.path("rejected").asInt()).isEqualTo(1);
        assertThat(other.path("updated").asInt()).isZero();
        assertThat(other.path("errors").toString()).contains("\"row\":2", "批次", "第九批", "已经封批", "重新打开");
        JsonNode table = body(submit("第九测试督察组第九批统计表,,\n县（市、区）,移交件数,大气\n晋江市,1,1\n南安市,1,1\n"));
        assertThat(table.path("rejected").asInt()).isEqualTo(2);
        assertThat(table.path("errors").toString()).contains("\"row\":3", "晋江市", "已经封批", "重新打开");
        assertThat(batch("第九测试督察组", 9).stated().letters()).isEqualTo(1);

        batchService.reopen(id, "督察组更正件数", LetterBox.COORDINATOR);
        submit(list.replace(",1,晋江市1", ",2,晋江市2"))
                .andExpect(jsonPath("$.updated").value(1));
    }

    private Batch batch(String inspection, int ordinal) {
        return batches.find(new Batch.Key(inspection, "", ordinal)).orElseThrow();
    }

    private ResultActions submit(String csv) throws Exception {
        return web.perform(multipart("/api/imports?kind=petitions&dryRun=false")
                .file(new MockMultipartFile("file", "信访件.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .with(httpBasic("coordinator", "duban")));
    }

    private JsonNode body(ResultActions result) throws Exception {
        return json.readTree(result.andReturn().getResponse().getContentAsByteArray());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = LetterImportTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
