package org.duban.petition.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.LetterDriver.COORDINATOR;
import static org.duban.petition.LetterDriver.JINJIANG;
import static org.duban.petition.LetterDriver.callBack;
import static org.duban.petition.LetterDriver.done;
import static org.duban.petition.LetterDriver.staged;
import static org.duban.petition.publication.PressOffice.FIRST;
import static org.duban.petition.publication.PressOffice.SECOND;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.launch.CityTime;
import org.duban.petition.BatchService;
import org.duban.petition.LetterDriver;
import org.duban.petition.PetitionFact;
import org.duban.petition.PetitionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** {@code PetitionDispatch} through the publication: two persons, what the public reads, and where the process ends. */
@DubanTest
class PublicationProcessTest {

    private static final AtomicInteger BATCH = new AtomicInteger(40);

    @Autowired
    ApplicationContext application;

    @Autowired
    Publications publications;

    @Autowired
    Withholdings withholdings;

    @Autowired
    PublicationStore store;

    @Autowired
    BatchService batches;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineIdentity identity;

    @Autowired
    MockMvc web;

    @Autowired
    CityTime time;

    private PressOffice office;
    private LetterDriver letter;
    private int batch;

    @BeforeEach
    void begin() {
        office = new PressOffice(application);
        letter = new LetterDriver(application).on("2093-03-02");
        batch = BATCH.getAndIncrement();
    }

    @AfterEach
    void clockRunsOn() {
        time.reset();
    }

    @Test
    void oneMasksAnotherReleasesAndTheLetterIsClosed() throws Exception {
        CaseNo no = passed("村民王小明反映，电话13800138001，鞋厂夜间排放废气。", done());
        office.confirm(no, office.proposed(no), null);
        letter.office().runJobs();
        assertThatThrownBy(() -> publications.release(no, FIRST)).hasMessageContaining("另一人");
        letter.office().runJobs();
        assertThat(letter.passed()).as("still waits").doesNotContain("Catch_AnswerPublished");

        publications.release(no, SECOND);
        letter.office().runJobs();

        assertThat(page(no)).contains("鞋厂夜间排放废气").doesNotContain("王小明", "13800138001", no.value());
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("satisfied"));
        assertThat(letter.state()).isEqualTo(PetitionState.CLOSED);
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
        assertThat(letter.told()).contains(PetitionFact.MASK_CONFIRMED, PetitionFact.PUBLISHED);
    }

    @Test
    void whatTheSecondPersonSendsBackIsMaskedAnewBeforeTheProcessGoesOn() {
        CaseNo no = passed("某石材厂粉尘扰民。", done());
        publications.confirmUntouched(no, FIRST);
        publications.sendBack(no, "点位写得太细", SECOND);
        letter.office().runJobs();
        assertThat(office.reading(no).stage()).isEqualTo(DraftReader.Stage.TO_CONFIRM);
        assertThat(letter.passed()).doesNotContain("Catch_AnswerPublished");

        office.confirm(no, office.with(no, Part.BODY, "石材厂粉尘扰民。"), null);
        publications.release(no, SECOND);
        letter.office().runJobs();
        assertThat(letter.passed()).contains("Catch_AnswerPublished");
        assertThat(letter.told()).contains(PetitionFact.MASK_RETURNED);
    }

    @Test
    void aLateCloserIsAppendedUnderItsFirstBatch() throws Exception {
        CaseNo early = passed("早办结的一件。", done());
        LetterDriver late = new LetterDriver(application).batchLetter(batch, null, "后来才办结的一件。");
        office.publish(early);
        letter.office().runJobs();
        letter.on("2093-03-20");
        late.passed(done());
        office.publish(late.no());
        late.office().runJobs();

        assertThat(late.ended()).as("nobody to call back").isEqualTo("EndEvent_PetitionClosed");
        assertThat(page(early)).containsSubsequence("2093年3月2日公开", "早办结的一件", "2093年3月20日补充公开（后续办结）", "后来才办结的一件");
    }

    @Test
    void correctedAndWithdrawnLinesLeaveATraceAndMoveNoToken() throws Exception {
        CaseNo no = passed("要更正的一件。", done());
        Version first = office.publish(no);
        letter.office().runJobs();
        office.confirm(no, office.with(no, Part.HANDLING, "已安装治理设施，罚款5万元。"), "罚款数写错");
        publications.release(no, SECOND);
        letter.office().runJobs();

        assertThat(page(no)).contains("罚款5万元", "更正，原因：罚款数写错。");
        assertThat(store.versions(no)).hasSize(2).allMatch(Version::intact);
        assertThat(store.versions(no).get(0).sha256()).isEqualTo(first.sha256());
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");

        publications.withdraw(no, "需要再核实", SECOND);
        letter.office().runJobs();
        assertThat(page(no)).contains("已撤回，内容不再公开", "原因：需要再核实").doesNotContain("罚款5万元");
        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("satisfied"));
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
    }

    @Test
    void anAnswerKeptFromThePublicByTwoPersonsClosesWithoutALineAndIsCounted() throws Exception {
        CaseNo no = passed("涉及某军事管理区的一件。", done());
        CaseNo other = new LetterDriver(application)
                .batchLetter(batch, null, "照常公开的一件。")
                .passed(done())
                .no();
        office.publish(other);
        String before = page(other);
        assertThatThrownBy(() -> withholdings.propose(no, null, "定密文号", FIRST)).hasMessageContaining("法定理由");
        assertThatThrownBy(() -> withholdings.propose(no, Ground.STATE_SECRET, " ", FIRST))
                .hasMessageContaining("依据");
        withholdings.propose(no, Ground.STATE_SECRET, "军地联审意见", FIRST);
        assertThatThrownBy(() -> withholdings.confirm(no, FIRST)).hasMessageContaining("另一人");
        assertThatThrownBy(() -> publications.confirmUntouched(no, FIRST)).hasMessageContaining("提请不予公开");
        assertThat(page(other)).isEqualTo(before);
        assertThat(letter.passed()).doesNotContain("Catch_AnswerWithheld");

        withholdings.confirm(no, SECOND);
        letter.office().runJobs();

        assertThat(letter.passed()).contains("Catch_AnswerWithheld").doesNotContain("Catch_AnswerPublished");
        letter.does(COORDINATOR, "UserTask_CallBack", callBack("satisfied"));
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
        assertThat(store.versions(no)).isEmpty();
        assertThat(page(other))
                .contains("已公开 1 件", "本批另有 1 件依法不予公开。")
                .doesNotContain("军事", office.number(no), "国家秘密", "军地联审");
        assertThat(batches.totals(batches.find(office.batch(no)).orElseThrow()).letters())
                .as("stays in the sums")
                .isEqualTo(2);
        assertThat(store.counts(office.batch(no)).withheld()).isOne();
        assertThat(letter.told()).contains(PetitionFact.WITHHOLDING_PROPOSED, PetitionFact.WITHHELD);
    }

    @Test
    void whatIsKeptFromThePublicIsNotAskedForAgainWhenItIsSettledForGood() {
        CaseNo no = passed("商业秘密的一件。", staged(LocalDate.of(2093, 4, 1)));
        withholdings.propose(no, Ground.TRADE_SECRET, "第三方书面意见不同意公开", FIRST);
        withholdings.confirm(no, SECOND);
        letter.office().runJobs().fireNextTimer();
        letter.does("clerk" + JINJIANG, "UserTask_ReportProgress", "{\"text\":\"已验收\",\"settled\":true}");
        letter.does(COORDINATOR, "UserTask_AssessProgress", "{\"decision\":\"done\",\"text\":\"现场复核属实\"}");

        assertThat(letter.waiting()).containsExactly("UserTask_CallBack");
    }

    @Test
    void aRejectedOrLiftedDecisionLeadsBackToPublishing() throws Exception {
        CaseNo no = passed("起初不同意公开的一件。", done());
        withholdings.propose(no, Ground.INFORMER, "举报人来函", FIRST);
        withholdings.reject(no, "遮盖后认不出本人", SECOND);
        assertThat(office.reading(no).stage()).isEqualTo(DraftReader.Stage.TO_CONFIRM);
        withholdings.propose(no, Ground.INFORMER, "举报人再次来函", FIRST);
        withholdings.confirm(no, SECOND);
        assertThat(office.reading(no).stage()).isEqualTo(DraftReader.Stage.WITHHELD);
        withholdings.lift(no, "举报人同意公开", SECOND);
        office.publish(no);

        assertThat(page(no)).contains("起初不同意公开的一件").doesNotContain("不予公开");
        assertThat(letter.told())
                .contains(PetitionFact.WITHHOLDING_REJECTED, PetitionFact.WITHHELD, PetitionFact.WITHHOLDING_LIFTED);
        assertThatThrownBy(() -> withholdings.propose(no, Ground.PRIVACY, "太晚", FIRST))
                .hasMessageContaining("先撤回");
    }

    @Test
    void aDecisionThatComesBeforeTheProcessDoesIsRefusedInsteadOfLost() {
        CaseNo no = letter.batchLetter(batch, null, "刚审核通过的一件。")
                .dispatched(JINJIANG)
                .signed(JINJIANG)
                .answered(done(), JINJIANG)
                .no();
        identity.asPerson(
                COORDINATOR,
                () -> tasks.complete(
                        letter.office().tasks("UserTask_ReviewAnswer").get(0).getId(),
                        Map.of("form", LetterDriver.review(true))));
        publications.confirmUntouched(no, FIRST);

        assertThatThrownBy(() -> publications.release(no, SECOND))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请过几秒再办");
        assertThat(store.versions(no)).isEmpty();
        letter.office().runJobs();
        publications.release(no, SECOND);
        letter.office().runJobs();
        assertThat(letter.ended()).isEqualTo("EndEvent_PetitionClosed");
    }

    private CaseNo passed(String words, String findings) {
        return letter.batchLetter(batch, LetterDriver.named(), words)
                .passed(findings)
                .no();
    }

    private String page(CaseNo no) throws Exception {
        return web.perform(get("/public/batches/" + office.token(no)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
