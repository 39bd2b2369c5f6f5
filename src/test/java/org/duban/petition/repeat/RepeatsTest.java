package org.duban.petition.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Outcome;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Repeats from the first look to a cluster and out of it again. */
@DubanTest
class RepeatsTest {

    private static final String FIRST = "投诉人反映：龙湖镇瑶厝村顺达漂染厂夜间偷排黑色废水到村口水沟，恶臭难闻，井水发黄不能饮用。";
    private static final String AGAIN = "群众举报龙湖镇瑶厝村顺达漂染厂白天停、夜里偷排黑水到村口的水沟，臭味重，井水已经发黄。";
    private static final String OTHER = "磁灶镇张林村一家陶瓷厂烟囱冒白烟，原料堆场没有覆盖，粉尘飘到学校操场。";

    @Autowired
    ApplicationContext application;

    @Autowired
    Repeats repeats;

    @Autowired
    RepeatDesk desk;

    @Autowired
    CarriedAnswers answers;

    @Autowired
    PetitionStore petitions;

    @Autowired
    RepeatListener listener;

    @Autowired
    JdbcClient db;

    private Mailbag bag;

    @BeforeEach
    void begin() {
        // One matter for each test: what an earlier one left would be alike.
        db.sql("update petition_print set pairs = '{}', places = '{}', firms = '{}'")
                .update();
    }

    @AfterEach
    void tidy() {
        bag.tidy();
    }

    @Test
    void aLetterAboutTheSameMatterIsProposedWithReasons() {
        bag = new Mailbag(application, "查重督察一", "2070-03-01");
        CaseNo first = bag.letter(1, FIRST);
        CaseNo other = bag.letter(1, OTHER);
        CaseNo again = bag.on("2070-03-13").letter(4, AGAIN);

        List<Pair> found = desk.pairs(again);

        assertThat(found).extracting(Pair::other).containsExactly(first);
        assertThat(found.get(0).reasons())
                .anyMatch(reason -> reason.startsWith("正文相似度"))
                .contains("同一企业：顺达漂染厂", "地点相同：龙湖镇、瑶厝村", "相隔 12 天");
        assertThat(desk.pairs(other)).isEmpty();
    }

    @Test
    void whatIsJudgedDifferentIsNotProposedAgain() {
        bag = new Mailbag(application, "查重督察二", "2070-04-01");
        CaseNo first = bag.letter(1, FIRST);
        CaseNo again = bag.letter(2, AGAIN);

        assertThatThrownBy(() -> repeats.differ(first, again, " ", Mailbag.COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("请写明认定不重复的理由");
        repeats.differ(first, again, "两家厂只是同名", Mailbag.COORDINATOR);
        repeats.differ(first, again, "两家厂只是同名", Mailbag.COORDINATOR);

        Pair pair = desk.pairs(again).get(0);
        assertThat(pair.state()).isEqualTo(PairState.DIFFERENT);
        assertThat(pair.reason()).isEqualTo("两家厂只是同名");
        assertThat(listener.types(first)).containsOnlyOnce("petition.notRepeated");
        assertThat(desk.queue(null, false).lines())
                .noneMatch(line -> line.pair().no().equals(again));
    }

    @Test
    void oneHandlingAnswersEveryLetterOfAClusterAndNoRelatedOne() {
        bag = new Mailbag(application, "查重督察三", "2070-05-01");
        CaseNo first = bag.letter(1, FIRST);
        CaseNo second = bag.letter(2, AGAIN);
        CaseNo third = bag.letter(3, AGAIN + "孩子不敢出门。");
        CaseNo related = bag.letter(3, "龙湖镇瑶厝村村口水沟垃圾成堆。");
        Petition before = petitions.find(second).orElseThrow();

        repeats.join(second, first, Mailbag.COORDINATOR);
        Cluster cluster = repeats.join(first, third, Mailbag.COORDINATOR);
        repeats.relate(related, first, Mailbag.COORDINATOR);
        bag.answer(first, Outcome.DONE, "经查，夜间确有偷排。", "已立案查处，罚款三万元。");

        assertThat(cluster.main()).isEqualTo(first);
        assertThat(cluster.present()).containsExactly(first, second, third);
        for (CaseNo no : List.of(second, third)) {
            assertThat(answers.find(no)).hasValueSatisfying(carried -> {
                assertThat(carried.from()).isEqualTo(first);
                assertThat(carried.handling()).isEqualTo("已立案查处，罚款三万元。");
            });
            assertThat(listener.types(no)).contains("petition.joined", "petition.repeated", "petition.answerCarried");
        }
        assertThat(answers.find(related)).isEmpty();
        // Number, words and clock are its own, and it is reviewed for itself: nothing is closed by another's answer.
        assertThat(petitions.find(second)).hasValueSatisfying(after -> {
            assertThat(after.letter()).isEqualTo(before.letter());
            assertThat(after.course().dueOn()).isEqualTo(before.course().dueOn());
            assertThat(after.state()).isEqualTo(PetitionState.REVIEWING);
        });
        assertThat(listener.repeated(third)).singleElement().satisfies(fact -> {
            assertThat(fact.count()).isEqualTo(3);
            assertThat(fact.cluster()).isEqualTo(cluster.id());
        });
    }

    @Test
    void anAnswerWordedForOneLetterIsNotOverwritten() {
        bag = new Mailbag(application, "查重督察四", "2070-06-01");
        CaseNo first = bag.letter(1, FIRST);
        CaseNo second = bag.letter(2, AGAIN);
        repeats.join(first, second, Mailbag.COORDINATOR);
        bag.answer(first, Outcome.STAGED, "经查属实。", "正在整改。");

        answers.edit(second, "经查属实，来信所述白天停产也属实。", "正在整改，已向来信人说明。", Mailbag.COORDINATOR);
        bag.settle(first);

        assertThat(answers.find(second)).hasValueSatisfying(carried -> {
            assertThat(carried.findings()).contains("白天停产也属实");
            assertThat(carried.edited()).isTrue();
        });
        assertThatThrownBy(() -> answers.edit(first, "x", "y", Mailbag.COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有并案带来的答复稿");
    }

    @Test
    void aClusterIsSplitAgainAndTheHistoryStays() {
        bag = new Mailbag(application, "查重督察五", "2070-07-01");
        CaseNo first = bag.letter(1, FIRST);
        CaseNo second = bag.letter(2, AGAIN);
        Cluster cluster = repeats.join(first, second, Mailbag.COORDINATOR);
        assertThat(repeats.join(second, first, Mailbag.COORDINATOR)).isEqualTo(cluster);

        repeats.split(second, "经现场核实是另一家厂", Mailbag.COORDINATOR);
        repeats.split(second, "经现场核实是另一家厂", Mailbag.COORDINATOR);

        RepeatDesk.ClusterView view = desk.cluster(cluster.id()).orElseThrow();
        assertThat(view.letters()).isEmpty();
        assertThat(view.left())
                .extracting(left -> left.member().leftReason())
                .containsExactlyInAnyOrder("经现场核实是另一家厂", "并案只剩一件，自动解除");
        assertThat(desk.pairs(second).get(0).state()).isEqualTo(PairState.DIFFERENT);
        assertThat(listener.types(second)).containsSubsequence("petition.joined", "petition.split");
        assertThat(listener.types(second).stream().filter("petition.joined"::equals))
                .hasSize(1);
    }

    @Test
    void twoClustersBecomeOne() {
        bag = new Mailbag(application, "查重督察六", "2070-08-01");
        CaseNo a = bag.letter(1, FIRST);
        CaseNo b = bag.letter(1, AGAIN);
        CaseNo c = bag.letter(2, FIRST + "又来了。");
        CaseNo d = bag.letter(2, AGAIN + "又来了。");
        repeats.join(a, b, Mailbag.COORDINATOR);
        repeats.join(c, d, Mailbag.COORDINATOR);

        Cluster one = repeats.join(a, d, Mailbag.COORDINATOR);

        assertThat(one.present()).containsExactlyInAnyOrder(a, b, c, d);
        assertThat(desk.pairs(a)).allMatch(pair -> pair.state() == PairState.JOINED);
    }

    @Test
    void whatALetterSaysOfAnEarlierBatchBecomesALink() {
        bag = new Mailbag(application, "查重督察七", "2070-09-01");
        CaseNo first = bag.letter(9, FIRST);
        bag.letter(9, OTHER);
        CaseNo again = bag.letter(bag.number(), 18, AGAIN, "此件与已公开的第九批举报件部分重复", null);

        assertThat(desk.mentions(again)).singleElement().satisfies(said -> {
            assertThat(said.target()).isEqualTo("第9批");
            assertThat(said.other()).isEqualTo(first);
        });
        assertThat(desk.pairs(again).get(0).score()).isGreaterThanOrEqualTo(90);
        assertThat(desk.pairs(again).get(0).reasons().get(0)).isEqualTo("写明部分重复：“此件与已公开的第九批举报件部分重复”");
    }

    @Test
    void whatIsSaidOfALetterThatIsNotThereYetWaitsForIt() {
        bag = new Mailbag(application, "查重督察八", "2070-10-01");
        String number = bag.number();
        CaseNo early = bag.letter(bag.number(), 2, AGAIN, "与" + number + "号件重复", null);
        assertThat(desk.mentions(early)).singleElement().satisfies(said -> assertThat(said.other())
                .isNull());

        CaseNo late = bag.letter(number, 1, "电话反映井水发黄。", null, null);

        assertThat(desk.mentions(early)).singleElement().satisfies(said -> assertThat(said.other())
                .isEqualTo(late));
        assertThat(listener.types(early)).contains("petition.mentionResolved");
        assertThat(desk.pairs(late)).extracting(Pair::score).containsExactly(90);
    }

    @Test
    void aRepeatAtAStruckOffSiteProposesALookBackOnBothChains() {
        bag = new Mailbag(application, "查重督察九", "2070-11-01");
        CaseNo first = bag.letter(1, FIRST);
        bag.answer(first, Outcome.STAGED, "经查属实。", "正在整改。");
        bag.becomeProblem(first);
        CaseNo problem = CaseNo.of(petitions.find(first).orElseThrow().course().problemNo());
        CaseNo open = bag.on("2070-12-01").letter(2, AGAIN);
        repeats.join(first, open, Mailbag.COORDINATOR);
        assertThat(listener.types(problem)).doesNotContain("petition.lookBackProposed");

        db.sql("update problem set state = 'STRUCK_OFF', struck_off_at = now() where no = :no")
                .param("no", problem.value())
                .update();
        CaseNo again = bag.letter(3, AGAIN + "又开始了。");
        Cluster cluster = repeats.join(open, again, Mailbag.COORDINATOR);

        assertThat(listener.types(problem)).containsOnlyOnce("petition.lookBackProposed");
        assertThat(listener.types(again)).contains("petition.lookBackProposed");
        assertThat(desk.cluster(cluster.id()).orElseThrow().lookBacks()).containsExactly(problem.value());
    }
}
