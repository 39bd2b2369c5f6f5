package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
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
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.BatchStore;
import org.duban.petition.Channel;
import org.duban.petition.LetterBox;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Petitioner;
import org.duban.petition.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/** Letters as offices exchange them: columns of three rounds, dirty words, bad rows. */
@DubanTest
class LetterImportTest {

    private static final String SCOPE = "督察编号";
    private static final String OF_2023 = "序号,受理编号,督察来源,批次,行政区域,污染类型,交办问题基本情况\n";

    @Autowired
    ApplicationContext application;

    @Autowired
    MockMvc web;

    @Autowired
    PetitionStore petitions;

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
    void theTableOf2017HasPlainSerialsAndDaysWithoutTheirMonth() throws Exception {
        submit("序号,受理编号,交办编号,批次,行政区域,污染类型,交办问题基本情况,调查核实情况,是否属实,处理和整改情况,问责情况,督察来源\n"
                        + "1,7713,测督信转〔2072〕9号-1,第十五批（39日）,南安市,\"大气,噪音,,土壤\",南安市某养殖场废水直排水沟。,,,,,第一测试督察组\n")
                .andExpect(jsonPath("$.created").value(1));
        Petition petition = find("第一测试督察组", "7713");
        assertThat(petition.letter().pollutionTypes()).containsExactly("大气", "噪声", "土壤");
        assertThat(petition.letter().receivedOn()).isEqualTo("2072-03-09");
        assertThat(petition.letter().district()).isEqualTo(UnitCode.of("350583"));
        assertThat(petition.letter().handoverNo()).isEqualTo("测督信转〔2072〕9号-1");
        assertThat(batch("第一测试督察组", 15).handedOverOn()).isEqualTo("2072-03-09");
    }

    @Test
    void theTableOf2019BringsItsAnswers() throws Exception {
        submit("序号,受理编号,行政区域,交办问题的基本情况,污染类型,是否属实,调查核实情况,处理和整改情况,问责情况\n"
                        + "1,X5FJ207203010001,晋江市,晋江市某小区旁绿地被占用堆放杂物。,大气、噪音、水，土壤,部分属实,绿地有零星杂物。,已清理。,\n"
                        + "2,X5FJ207203010002*,惠安县,惠安县某矿山粉尘扬撒。,生态，大气,,,,\n")
                .andExpect(jsonPath("$.created").value(2));
        Petition answered = find(SCOPE, "X5FJ207203010001");
        assertThat(answered.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(answered.answer().verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(answered.letter().channel()).isEqualTo(Channel.LETTER);
        Petition fresh = find(SCOPE, "X5FJ207203010002");
        assertThat(fresh.state()).isEqualTo(PetitionState.REGISTERED);
        assertThat(fresh.letter().starred()).isTrue();
        assertThat(fresh.letter().receivedOn()).isEqualTo("2072-03-01");
    }

    @Test
    void theTableOf2023BringsGoalsOutcomesAndReferences() throws Exception {
        submit(
                        "序号,受理编号,交办问题基本情况,行政区域,问题类型,调查核实情况,是否属实,办结目标,处理和整改情况,是否办结,责任人被处理情况,督察来源,批次,重复件关联\n"
                                + "1,D5FJ207203020001,石狮市某印染厂异味扰民。,石狮市,群众身边的生态环境问题,正在核实。,基本属实,异味达标,正在改造。,阶段性办结,无,第二测试督察组,第二批,与第一批举报件重复\n")
                .andExpect(jsonPath("$.created").value(1));
        Petition petition = find(SCOPE, "D5FJ207203020001");
        assertThat(petition.letter().channel()).isEqualTo(Channel.CALL);
        assertThat(petition.letter().referenceText()).isEqualTo("与第一批举报件重复");
        assertThat(petition.answer().outcome()).isEqualTo(Outcome.STAGED);
        assertThat(petition.answer().goal()).isEqualTo("异味达标");
        assertThat(petition.letter().batch()).isEqualTo(batch("第二测试督察组", 2).id());
    }

    @Test
    void aBatchSentAgainChangesNothing() throws Exception {
        String file =
                OF_2023 + "1,D5FJ207203030001,第三测试督察组,第一批,晋江市,水,晋江市某河段发黑。\n" + "2,,第三测试督察组,第一批,南安市,大气,南安市某石材厂粉尘。\n";
        submit(file).andExpect(jsonPath("$.created").value(2));
        submit(file)
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.unchanged").value(2));
        assertThat(batchService.letters(batch("第三测试督察组", 1).id())).hasSize(2);
    }

    @Test
    void aNumberUsedForOtherWordsNamesBoth() throws Exception {
        String head = OF_2023;
        submit(head + "1,D5FJ207203040001,第四测试督察组,第一批,晋江市,水,晋江市甲河段发黑发臭。\n")
                .andExpect(jsonPath("$.created").value(1));
        CaseNo known = find(SCOPE, "D5FJ207203040001").no();
        submit(head + "1,D5FJ207203040001,第四测试督察组,第一批,晋江市,水,晋江市乙工厂夜间噪声。\n")
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.errors[0].column").value("受理编号"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value(allOf(containsString(known.value()), containsString("甲河段"), containsString("乙工厂"))));
    }

    @Test
    void wrongNumbersAndDaysAreRefusedRowByRow() throws Exception {
        submit(OF_2023
                        + "1,D5FJ20720304001,第五测试督察组,第一批,晋江市,水,编号少了一位。\n"
                        + "2,D5FJ207213040001,第五测试督察组,第一批,晋江市,水,月份不存在。\n"
                        + "3,D5FJ207203110001,第五测试督察组,第一批,晋江市,水,日期在明天。\n"
                        + "4,D5FJ207203050004,第五测试督察组,第一批,普江市,水,地名写错。\n"
                        + "5,D5FJ207203050005,第五测试督察组,第一批,晋江市,水,\n"
                        + "6,D5FJ207203050006,第五测试督察组,第一批,晋江市,水," + "长".repeat(20_001) + "\n"
                        + "7,D5FJ207203050007,第五测试督察组,第一批,晋江市,水,这一行没有问题。\n")
                .andExpect(jsonPath("$.state").value("REFUSED"))
                .andExpect(jsonPath("$.rejected").value(6))
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.created").value(0))
                .andExpect(jsonPath("$.errors[?(@.row==2)].message").value(hasItem(containsString("有 15 位，应为 16 位"))))
                .andExpect(jsonPath("$.errors[?(@.row==3)].message").value(hasItem(containsString("20721304 不存在"))))
                .andExpect(jsonPath("$.errors[?(@.row==4)].message").value(hasItem(containsString("还没有到"))))
                .andExpect(jsonPath("$.errors[?(@.row==5)].message").value(hasItem(containsString("晋江市"))))
                .andExpect(jsonPath("$.errors[?(@.row==6)].column").value(hasItem("交办问题基本情况")))
                .andExpect(jsonPath("$.errors[?(@.row==7)].message").value(hasItem(containsString("20000 字以内"))));
        assertThat(petitions.known(List.of(new PetitionStore.Key(SCOPE, "D5FJ207203050007"))))
                .isEmpty();
    }

    @Test
    void longTextAndMarkupAreKeptAsTheyAre() throws Exception {
        String markup = "<script>alert('甲')</script><img src=x onerror=alert(1)>晋江市某厂 ${7*7} #{code} 排放黑烟 "
                + "久".repeat(19_900);
        submit(OF_2023 + "1,D5FJ207203060001,第六测试督察组,第一批,晋江市,大气,\"" + markup + "\"\n")
                .andExpect(jsonPath("$.created").value(1));
        Petition petition = find(SCOPE, "D5FJ207203060001");
        assertThat(petition.letter().body()).isEqualTo(markup);
        assertThat(petition.letter().title()).doesNotContain("<").hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void whoWroteIsSealedAndNeitherShownNorExported() throws Exception {
        String head = "受理编号,来件方式,行政区域,举报内容,举报人,联系电话\n";
        submit(head + "PT2072030700001,平台,晋江市,晋江市某店油烟，请回电13905951234找我。,王小明,13905951234\n")
                .andExpect(jsonPath("$.created").value(1));
        Petition petition = find("平台", "PT2072030700001");
        assertThat(petition.letter().petitioner()).isEqualTo(Petitioner.NAMED);
        assertThat(petition.letter().body()).doesNotContain("13905951234").contains("139****34");

        JsonNode refused = body(submit(head + "PT2072030700002,平台,无此县,晋江市某店噪声。,李小红,13905955678\n"));
        byte[] sheet = download(refused.get("id").asText());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            String all = workbook.getFirstSheet().read().toString();
            assertThat(all).doesNotContain("李小红").doesNotContain("13905955678");
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(4)).contains("请从原表补填");
        }
    }

    private Petition find(String scope, String number) {
        PetitionStore.Key key = new PetitionStore.Key(scope, number);
        PetitionStore.Known known = petitions.known(List.of(key)).get(key);
        return petitions.find(known.no()).orElseThrow();
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

    private byte[] download(String id) throws Exception {
        MvcResult started = web.perform(
                        get("/api/imports/" + id + "/errors.xlsx").with(httpBasic("coordinator", "duban")))
                .andReturn();
        return web.perform(asyncDispatch(started))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
