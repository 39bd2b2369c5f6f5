package org.duban.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.PageToken.pageToken;
import static org.duban.petition.LetterBox.COORDINATOR;
import static org.duban.petition.LetterBox.dispatch;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.petition.BatchService.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A batch from its paper to closed: proposals, shares, sums, and the pages over it. */
@DubanTest
class BatchTest {

    private static int inspections;

    @Autowired
    ApplicationContext application;

    @Autowired
    BatchService batches;

    @Autowired
    BatchStore store;

    @Autowired
    PetitionService petitions;

    @Autowired
    PetitionStore letters;

    @Autowired
    Proposals proposals;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private LetterBox box;
    private Batch.Key key;

    @BeforeEach
    void aDay() {
        box = new LetterBox(application).on("2073-03-06");
        key = new Batch.Key("第" + ++inspections + "次测试省级督察", "", 3);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void sharesAndLettersMustAddUpBeforeABatchIsClosed() {
        CaseNo shared = registered("晋江市与惠安县交界处水沟发黑。", "350582", "水", "大气");
        CaseNo other = registered("惠安县某石材厂粉尘。", "350521", "大气");
        Map<String, BigDecimal> districts = new LinkedHashMap<>();
        districts.put("惠安", new BigDecimal("1.5"));
        districts.put("晋江", new BigDecimal("0.5"));
        batches.state(new Paper(key, null, null, LocalDate.of(2073, 3, 6), stated(2, districts)));
        long id = batch().id();
        assertThatThrownBy(() -> batches.close(id, COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还有 2 件没有转办");
        petitions.dispatch(shared, dispatch("350582", "1"), COORDINATOR);
        petitions.dispatch(other, dispatch("350521", "1"), COORDINATOR);
        assertThatThrownBy(() -> batches.close(id, COORDINATOR)).hasMessageContaining("惠安来文 1.5 件，实有 1 件，相差 0.5");
        Map<String, BigDecimal> asHandedOut = Map.of("惠安", BigDecimal.ONE, "晋江", BigDecimal.ONE);
        batches.state(new Paper(key, null, null, null, stated(2, asHandedOut)));
        batches.close(id, COORDINATOR);
        assertThat(batch().open()).isFalse();
        assertThatThrownBy(() -> registered("晚到的一件。", "350582", "水")).hasMessageContaining("已经办结封批");
    }

    @Test
    void aClosedBatchIsOpenedAgainWithAReasonThatStaysWritten() throws Exception {
        CaseNo no = registered("晋江市某鞋厂废气。", "350582", "大气");
        petitions.dispatch(no, dispatch("350582", "1"), COORDINATOR);
        long id = batch().id();
        assertThatThrownBy(() -> batches.reopen(id, "补移交 1 件", COORDINATOR)).hasMessageContaining("没有封批");
        batches.close(id, COORDINATOR);
        web.perform(post("/desk/batches/" + id + "/reopen")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("refusal", containsString("请填写重新打开的理由")));
        web.perform(post("/desk/batches/" + id + "/reopen")
                        .param("reason", "督察组补移交 1 件")
                        .with(httpBasic("leader", "duban"))
                        .with(pageToken()))
                .andExpect(status().isForbidden());
        web.perform(post("/desk/batches/" + id + "/reopen")
                        .param("reason", "督察组补移交 1 件")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("message", containsString("已重新打开")));

        assertThat(batch().open()).isTrue();
        CaseNo late = registered("晚到的一件。", "350582", "水");
        assertThat(batches.letters(id)).extracting(Petition::no).containsExactlyInAnyOrder(no, late);
        assertThat(letters.events(no))
                .extracting(PetitionEvent::fact)
                .contains(PetitionFact.BATCH_CLOSED, PetitionFact.BATCH_REOPENED);
        assertThat(batches.turns(id)).extracting(BatchTurn::closed).containsExactly(false, true);
        web.perform(get("/desk/batches/" + id).with(httpBasic("coordinator", "duban")))
                .andExpect(content().string(containsString("重新打开：督察组补移交 1 件")));
    }

    @Test
    void kindsBeyondTheLettersGetTheirFootnote() {
        registered("晋江市某厂废水废气。", "350582", "水", "大气", "噪声");
        registered("晋江市另一厂废气。", "350582", "大气");
        Totals totals = batches.totals(batch());
        assertThat(totals.byType()).containsEntry("大气", 2).containsEntry("水", 1);
        assertThat(totals.footnote()).contains("类型合计（4）多于件数（2）");
    }

    @Test
    void proposalsComeFromPlaceWordsAndKind() {
        assertThat(proposal("晋江市某鞋厂废气。", "350582", "大气")).isEqualTo(Map.of("350582", "1.00"));
        assertThat(proposal("晋江市某养猪场废水直排。", "350582", "水")).isEqualTo(Map.of("350582", "0.80", "35050024", "0.20"));
        assertThat(proposal("惠安县、晋江市、南安市多处露天焚烧。", "350521", "大气"))
                .isEqualTo(Map.of("350521", "0.34", "350582", "0.33", "350583", "0.33"));
        assertThat(proposal("某海域有油污。", null, "海洋")).isEqualTo(Map.of("35050026", "1.00"));
        assertThat(proposal("夜间有怪味，不知来自哪里。", null, "大气")).isEqualTo(Map.of("35050012", "1.00"));
    }

    @Test
    void oneClickDispatchesTheWholeBatchAsProposed() throws Exception {
        CaseNo one = registered("晋江市某鞋厂废气。", "350582", "大气");
        CaseNo two = registered("惠安县某养猪场废水直排。", "350521", "水");
        long id = batch().id();
        web.perform(get("/desk/batches/" + id).with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("按建议全部转办（2 件）")));
        web.perform(post("/desk/batches/" + id + "/dispatch")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("message", "已转办 2 件。"));
        assertThat(letters.find(one).orElseThrow().state()).isEqualTo(PetitionState.DISPATCHED);
        assertThat(letters.find(two).orElseThrow().units())
                .containsExactlyInAnyOrder(UnitCode.of("350521"), UnitCode.of("35050024"));
    }

    @Test
    void sharesOfOneLetterAreEditedInItsRow() throws Exception {
        CaseNo no = registered("晋江市某鞋厂废气。", "350582", "大气");
        long id = batch().id();
        web.perform(post("/desk/batches/" + id + "/letters/" + no + "/dispatch")
                        .param("unit", "350582", "350583", "", "")
                        .param("share", "0.3", "0.6", "", "")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("refusal", containsString("还差 0.1")));
        web.perform(post("/desk/batches/" + id + "/letters/" + no + "/dispatch")
                        .param("unit", "350582", "350583", "", "")
                        .param("share", "0.3", "0.7", "", "")
                        .param("keyMark", "true")
                        .with(httpBasic("coordinator", "duban"))
                        .with(pageToken()))
                .andExpect(flash().attribute("message", containsString("已转办")));
        Petition petition = letters.find(no).orElseThrow();
        assertThat(petition.shares())
                .extracting(share -> share.share().toPlainString())
                .containsExactly("0.30", "0.70");
        assertThat(petition.letter().keyMark()).isTrue();
    }

    @Test
    void aUnitSeesItsLettersOnlyAndNeverABatch() throws Exception {
        CaseNo mine = registered("晋江市某鞋厂废气。", "350582", "大气");
        CaseNo others = registered("惠安县某石材厂粉尘。", "350521", "大气");
        petitions.dispatch(mine, dispatch("350582", "1"), COORDINATOR);
        petitions.dispatch(others, dispatch("350521", "1"), COORDINATOR);
        web.perform(get("/desk/batches/" + batch().id()).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isForbidden());
        web.perform(get("/api/cases/" + others).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/cases/" + mine).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.flow").value("petition"))
                .andExpect(jsonPath("$.shares[0].unit.code").value("350582"));
        web.perform(get("/api/cases?flow=petition&size=200").with(httpBasic("clerk350582", "duban")))
                .andExpect(content().string(containsString(mine.value())))
                .andExpect(content().string(not(containsString(others.value()))));
        web.perform(get("/desk/cases/" + mine).with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("某鞋厂废气")));
    }

    @Test
    void markupInALetterIsTextOnEveryPage() throws Exception {
        CaseNo no = registered("<script>alert('甲')</script>晋江市某厂排污", "350582", "水");
        for (String page : List.of("/desk/cases/" + no, "/desk/batches/" + batch().id(), "/desk/petitions?q=" + no)) {
            web.perform(get(page).with(httpBasic("coordinator", "duban")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
    }

    @Test
    void theListOfLettersIsSearchedSortedAndCounted() throws Exception {
        CaseNo no = registered("晋江市磁灶镇某瓷砖厂烟囱冒黑烟独一份。", "350582", "大气");
        web.perform(get("/api/cases?flow=petition&q=瓷砖厂 独一份&sort=dueOn").with(httpBasic("leader", "duban")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].no").value(no.value()))
                .andExpect(jsonPath("$.items[0].flow").value("petition"))
                .andExpect(jsonPath("$.items[0].state.label").value("待转办"));
        web.perform(get("/desk/petitions?q=独一份&state=REGISTERED")
                        .accept(MediaType.TEXT_HTML)
                        .with(httpBasic("leader", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("瓷砖厂")));
        web.perform(get("/desk/batches").with(httpBasic("auditor", "duban"))).andExpect(status().isOk());
    }

    private Map<String, String> proposal(String body, String district, String... types) {
        CaseNo no = registered(body, district, types);
        Map<String, String> shares = new LinkedHashMap<>();
        proposals
                .of(letters.find(no).orElseThrow())
                .shares()
                .forEach(part -> shares.put(part.unit().value(), part.share().toPlainString()));
        return shares;
    }

    private CaseNo registered(String body, String district, String... types) {
        NewLetter any = box.letter();
        return box.register(new NewLetter(
                any.number(),
                any.channel(),
                key.inspection(),
                null,
                key,
                LocalDate.of(2073, 3, 6),
                any.receivedOn(),
                null,
                district == null ? null : UnitCode.of(district),
                null,
                null,
                List.of(types),
                null,
                body,
                null,
                false,
                false,
                null,
                Answer.NONE,
                false));
    }

    private Batch batch() {
        return store.find(key).orElseThrow();
    }

    private static Batch.Stated stated(int count, Map<String, BigDecimal> districts) {
        return new Batch.Stated(count, null, null, null, districts, Map.of());
    }
}
