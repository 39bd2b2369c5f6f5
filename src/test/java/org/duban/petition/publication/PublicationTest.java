package org.duban.petition.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.petition.publication.PressOffice.FIRST;
import static org.duban.petition.publication.PressOffice.SECOND;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.launch.CityTime;
import org.duban.petition.LetterBox;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionCommand.FollowUp;
import org.duban.petition.PetitionCommand.Review;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionStore;
import org.duban.petition.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two persons, versions that stay, tables that can be had again as they were. */
@DubanTest
class PublicationTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Publications publications;

    @Autowired
    ManyPublications many;

    @Autowired
    PublicTables tables;

    @Autowired
    PublicationStore store;

    @Autowired
    PetitionStore petitionStore;

    @Autowired
    PetitionService petitions;

    @Autowired
    JdbcClient db;

    @Autowired
    CityTime time;

    private PressOffice office;
    private int batch;

    @BeforeEach
    void begin() {
        office = new PressOffice(application).at("2090-06-10T09:00:00");
        batch = PressOffice.ordinal();
    }

    @AfterEach
    void clockRunsOn() {
        time.reset();
    }

    @Test
    void oneConfirmsAndOnlyAnotherReleases() {
        CaseNo no = office.answered(batch, "某鞋厂夜间排放废气。");
        assertThat(office.reading(no).untouched()).isTrue();
        publications.confirmUntouched(no, FIRST);

        for (Actor same : List.of(
                FIRST, new Actor("coordinator2", "施启明", "coordinator"), new Actor("coordinator", "杨月娥", "leader"))) {
            assertThatThrownBy(() -> publications.release(no, same))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("另一人");
        }
        assertThat(store.batch(office.batch(no))).isEmpty();

        Version version = publications.release(no, SECOND);
        assertThat(version.intact()).isTrue();
        assertThat(version.row().no()).isEqualTo(office.number(no));
        assertThat(version.content()).doesNotContain(no.value());
        assertThat(office.reading(no).stage()).isEqualTo(DraftReader.Stage.SHOWN);
        assertThat(petitionStore.events(no))
                .extracting(event -> event.type())
                .contains("petition.maskConfirmed", "petition.published");
        assertThatThrownBy(() -> publications.release(no, SECOND)).hasMessageContaining("没有待发布");
    }

    @Test
    void whoeverStoodInForTheFirstPersonIsNotTheSecond() {
        CaseNo no = office.answered(batch, "某石材厂粉尘扰民。");
        publications.confirmUntouched(no, new Actor("coordinator2", "施启明", "coordinator"));

        assertThatThrownBy(() -> publications.release(no, FIRST)).hasMessageContaining("另一人");
        assertThatThrownBy(() -> publications.release(no, SECOND)).hasMessageContaining("另一人");
        publications.release(no, Actor.of("leader", "领导"));
    }

    @Test
    void personalDataIsHiddenOrLookedAtPlaceByPlace() {
        CaseNo no = office.answered(batch, "村民王小明反映，电话13800138000，某厂排污。");
        assertThatThrownBy(() -> publications.confirmUntouched(no, FIRST)).hasMessageContaining("逐件核对");
        assertThat(office.proposed(no).get(Part.BODY)).doesNotContain("王小明").doesNotContain("138");

        PublicText open = office.with(no, Part.BODY, "村民王小明反映，某厂排污，可打0595-22500000。");
        assertThatThrownBy(() -> office.confirm(no, open, null))
                .isInstanceOfSatisfying(PersonalDataLeft.class, left -> assertThat(left.left())
                        .extracting(PersonalDataLeft.Left::words)
                        .containsExactlyInAnyOrder("王小明", "0595-22500000"));
        assertThatThrownBy(() -> office.confirm(no, open, null, "王小明")).isInstanceOf(PersonalDataLeft.class);
        assertThat(store.draft(no)).isEmpty();

        office.confirm(no, open, null, "王小明", "0595-22500000");
        assertThat(publications.release(no, SECOND).row().body()).contains("0595-22500000");
    }

    @Test
    void thePetitionersNameIsHiddenEvenWhereNothingTellsThatItIsOne() {
        CaseNo no = office.answered(
                batch,
                "陶然亭边的作坊夜里开工。",
                "经与陶然核实，情况属实。",
                "已责令整改，陶然表示满意。",
                new org.duban.petition.Identity("陶然", "13800138001", null, null, null));

        assertThat(office.proposed(no).get(Part.FINDINGS)).doesNotContain("陶然");
        assertThat(office.proposed(no).get(Part.HANDLING)).doesNotContain("陶然");
        assertThatThrownBy(() -> office.confirm(no, office.with(no, Part.HANDLING, "陶然满意。"), null))
                .isInstanceOf(PersonalDataLeft.class);
    }

    @Test
    void lateClosersAreAppendedAndEveryPastTableCanBeHadAgain() {
        CaseNo early = office.answered(batch, "早办结的一件。");
        CaseNo late = office.answered(batch, "晚办结的一件。");
        office.publish(early);
        long id = office.batch(early);
        String first = tables.asOf(id, LocalDate.of(2090, 6, 10)).orElseThrow().hash();

        office.at("2090-06-15T09:00:00").publish(late);
        office.at("2090-06-16T09:00:00");
        office.confirm(early, office.with(early, Part.HANDLING, "已责令整改，罚款3万元。"), "漏写罚款");
        publications.release(early, SECOND);
        office.at("2090-06-17T09:00:00");
        publications.withdraw(late, "内容需要再核实", SECOND);

        PublicTable now = tables.byToken(office.token(early)).orElseThrow();
        assertThat(now.sections()).extracting(PublicTable.Section::first).containsExactly(true, false);
        PublicTable.Line corrected = now.sections().get(0).lines().get(0);
        assertThat(corrected.row().handling()).contains("罚款3万元");
        assertThat(corrected.traces())
                .extracting(PublicTable.Trace::words)
                .containsExactly("本件于 2090年6月16日 更正，原因：漏写罚款。");
        PublicTable.Line withdrawn = now.sections().get(1).lines().get(0);
        assertThat(withdrawn.withdrawn()).isTrue();
        assertThat(withdrawn.row().body()).isNull();
        assertThat(withdrawn.traces().get(0).words()).isEqualTo("本件于 2090年6月17日 撤回，原因：内容需要再核实。");

        assertThat(tables.asOf(id, LocalDate.of(2090, 6, 9))).isEmpty();
        assertThat(tables.asOf(id, LocalDate.of(2090, 6, 10)).orElseThrow().hash())
                .isEqualTo(first);
        PublicTable then = tables.asOf(id, LocalDate.of(2090, 6, 15)).orElseThrow();
        assertThat(then.sections().get(0).lines().get(0).row().handling()).doesNotContain("罚款");
        assertThat(then.sections().get(1).lines().get(0).row().body()).isEqualTo("晚办结的一件。");
        assertThat(petitionStore.events(early))
                .extracting(event -> event.type())
                .contains("petition.corrected");
        assertThat(petitionStore.events(late)).extracting(event -> event.type()).contains("petition.withdrawn");
        assertThat(office.reading(late).change()).isEqualTo(Change.RESTORED);
    }

    @Test
    void whatWasPublishedCannotBeChangedOrDeleted() {
        CaseNo no = office.answered(batch, "一件公开的信访件。");
        office.publish(no);

        for (String sql : List.of(
                "update petition_published set content = '{}' where no = :no",
                "delete from petition_published where no = :no")) {
            assertThatThrownBy(() -> db.sql(sql).param("no", no.value()).update())
                    .rootCause()
                    .hasMessageContaining("only added to");
        }
        assertThatThrownBy(() -> db.sql("truncate petition_published").update())
                .rootCause()
                .hasMessageContaining("only added to");
    }

    @Test
    void settledForAStageFirstAndPublishedAgainWhenSettledForGood() {
        CaseNo no = office.open(batch, "某养殖场粪污直排。");
        assertThatThrownBy(() -> publications.confirmUntouched(no, FIRST)).hasMessageContaining("材料审核");
        petitions.dispatch(no, LetterBox.dispatch("350582", "1"), FIRST);
        petitions.signFor(no, LetterBox.JINJIANG, LetterBox.sign(), FIRST);
        petitions.fileFindings(
                no,
                LetterBox.JINJIANG,
                LetterBox.findings(Verdict.TRUE, Outcome.STAGED, LocalDate.of(2090, 8, 1)),
                FIRST);
        petitions.headSign(no, LetterBox.JINJIANG, LetterBox.headSign(), SECOND);
        assertThat(store.counts(office.batch(no)).ready()).isZero();
        petitions.review(no, new Review(Review.Choice.PASS, "材料齐全"), FIRST);
        assertThat(store.counts(office.batch(no)).toConfirm()).isOne();
        publications.confirmUntouched(no, FIRST);
        assertThat(store.counts(office.batch(no)).toRelease()).isOne();
        publications.release(no, SECOND);
        assertThat(store.counts(office.batch(no)).shown()).isOne();

        office.at("2090-07-20T09:00:00");
        petitions.followUp(no, new FollowUp(FollowUp.Choice.DONE, "已全部清理", null), FIRST);

        assertThat(store.counts(office.batch(no)).toConfirm()).isOne();
        assertThat(office.reading(no).stage()).isEqualTo(DraftReader.Stage.TO_CONFIRM);
        publications.confirmUntouched(no, FIRST);
        Version again = publications.release(no, SECOND);
        assertThat(again.change()).isEqualTo(Change.UPDATED);
        assertThat(again.row().outcome()).isEqualTo("已办结");
        assertThat(tables.byToken(office.token(no))
                        .orElseThrow()
                        .sections()
                        .get(0)
                        .lines()
                        .get(0)
                        .traces())
                .extracting(PublicTable.Trace::words)
                .containsExactly("本件于 2090年7月20日 更新办理情况。");
    }

    @Test
    void anAnswerThatChangedAfterItsConfirmationIsNotReleased() {
        CaseNo no = office.answered(batch, "确认以后又变的一件。");
        publications.confirmUntouched(no, FIRST);
        db.sql("update petition set findings = '另有发现' where no = :no")
                .param("no", no.value())
                .update();

        assertThatThrownBy(() -> publications.release(no, SECOND)).hasMessageContaining("又有变化");
    }

    @Test
    void twoPeopleAtOneTextDoNotOverwriteEachOther() {
        CaseNo no = office.answered(batch, "两个人同时改的一件。");
        publications.save(no, office.with(no, Part.GOAL, "先改的"), null, 0);

        assertThatThrownBy(() -> publications.confirm(no, office.with(no, Part.GOAL, "后改的"), null, Set.of(), 0, FIRST))
                .hasMessageContaining("别人改过");
        assertThat(office.proposed(no).get(Part.GOAL)).isEqualTo("先改的");
    }

    @Test
    void correctionsAndWithdrawalsSayWhy() {
        CaseNo no = office.answered(batch, "要更正的一件。");
        office.publish(no);

        assertThatThrownBy(() -> office.confirm(no, office.with(no, Part.GOAL, "改"), " "))
                .hasMessageContaining("更正的原因");
        assertThatThrownBy(() -> office.confirm(no, office.proposed(no), "没有改")).hasMessageContaining("没有需要更正");
        assertThatThrownBy(() -> publications.withdraw(no, "", SECOND)).hasMessageContaining("撤回的原因");
        assertThatThrownBy(() -> publications.withdraw(no, "村民王小明要求撤回", SECOND)).hasMessageContaining("个人信息");
    }

    @Test
    void oneThatCannotBeReleasedSpoilsNoneOfTheOthers() {
        CaseNo good = office.answered(batch, "可以发布的一件。");
        CaseNo bad = office.answered(batch, "没有确认的一件。");
        assertThat(many.confirm(List.of(good), FIRST)).allMatch(ManyPublications.Outcome::done);

        List<ManyPublications.Outcome> outcomes = many.release(List.of(bad, good), SECOND);

        assertThat(outcomes).extracting(ManyPublications.Outcome::done).containsExactly(true, false);
        assertThat(outcomes.get(1).message()).contains("没有待发布的公开稿");
        assertThat(outcomes.get(0).upstreamNo()).isEqualTo(office.number(good));
    }

    @Test
    void theSecondPersonSendsBackWithAWord() {
        CaseNo no = office.answered(batch, "退回修改的一件。");
        publications.confirmUntouched(no, FIRST);
        publications.sendBack(no, "地址写得太细", SECOND);

        assertThat(office.reading(no).again()).isEqualTo("复核退回：地址写得太细");
        assertThatThrownBy(() -> publications.release(no, SECOND)).hasMessageContaining("没有待发布");
    }

    @Test
    void theColumnsAreChosenBeforeTheFirstTable() {
        CaseNo no = office.answered(batch, "按 2019 年栏目公开。");
        publications.lay(office.batch(no), TableLayout.Y2019);
        office.publish(no);

        assertThat(tables.byToken(office.token(no)).orElseThrow().open().layout())
                .isEqualTo(TableLayout.Y2019);
        assertThatThrownBy(() -> publications.lay(office.batch(no), TableLayout.Y2023))
                .hasMessageContaining("不能再换");
    }
}
