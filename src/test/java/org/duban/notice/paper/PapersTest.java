package org.duban.notice.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@DubanTest
@RecordApplicationEvents
class PapersTest {

    private static final Actor LI = Actor.of("coordinator", "李协调");
    private static final CaseNo CASE = CaseNo.of("HP2065-000001");

    @Autowired
    Papers papers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CityClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void march() {
        clock.freezeAt(Instant.parse("2065-03-05T02:00:00Z"));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theNextPaperHasTheNextNumberOfItsKindAndYear() {
        Paper first = papers.issue(Drafts.draft(PaperKind.SUPERVISION, CASE, Map.of()), LI);
        Paper second = papers.issue(Drafts.draft(PaperKind.SUPERVISION, CASE, Map.of()), LI);
        Paper other = papers.issue(Drafts.draft(PaperKind.INTERVIEW, CASE, Map.of()), LI);
        assertThat(serial(second)).isEqualTo(serial(first) + 1);
        assertThat(first.number()).matches("泉环委督〔2065〕\\d+号");
        assertThat(other.number()).matches("泉环委谈〔2065〕\\d+号");
        assertThat(first.fileName()).isEqualTo(first.number() + "督办函.docx");
        // A year begins at midnight in the city, not in Greenwich.
        clock.freezeAt(Instant.parse("2065-12-31T16:30:00Z"));
        assertThat(papers.issue(Drafts.draft(PaperKind.SUPERVISION, CASE, Map.of()), LI)
                        .number())
                .isEqualTo("泉环委督〔2066〕1号");
    }

    @Test
    void whatRollsBackLeavesNoGap() {
        Paper before = papers.issue(Drafts.warning(CASE, Map.of()), LI);
        transaction.executeWithoutResult(status -> {
            papers.issue(Drafts.warning(CASE, Map.of()), LI);
            status.setRollbackOnly();
        });
        Paper after = papers.issue(Drafts.warning(CASE, Map.of()), LI);
        assertThat(serial(after)).isEqualTo(serial(before) + 1);
    }

    @Test
    void manyAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
        clock.freezeAt(Instant.parse("2067-05-05T02:00:00Z"));
        List<Callable<Paper>> work = new ArrayList<>();
        IntStream.range(0, 24)
                .forEach(i -> work.add(() -> transaction.execute(status -> {
                    Paper paper = papers.issue(Drafts.warning(CASE, Map.of()), LI);
                    if (i % 3 == 0) {
                        status.setRollbackOnly();
                    }
                    return i % 3 == 0 ? null : paper;
                })));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Integer> serials = new ArrayList<>();
        for (Future<Paper> one : pool.invokeAll(work)) {
            if (one.get() != null) {
                serials.add(serial(one.get()));
            }
        }
        pool.shutdown();
        assertThat(serials)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).boxed().toList());
    }

    @Test
    void oneKeyIsOnePaper() throws Exception {
        Draft draft = Drafts.warning(CASE, Map.of());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Long> ids = new ArrayList<>();
        Callable<Paper> issue = () -> papers.issue(draft, LI);
        for (Future<Paper> one : pool.invokeAll(Collections.nCopies(4, issue))) {
            ids.add(one.get().id());
        }
        pool.shutdown();
        assertThat(ids).hasSize(4).containsOnly(ids.get(0));
    }

    @Test
    void theWordFileSaysWhatTheDraftTells() {
        Paper paper = papers.issue(Drafts.warning(CASE, Drafts.story(PaperField.RED)), LI);
        String text = WordText.of(papers.file(paper.id()).orElseThrow());
        assertThat(text)
                .contains("泉州市生态环境保护委员会办公室", paper.number(), "红牌警示通知书", "晋江市人民政府")
                .contains("晋江市安海镇排海口污水直排问题", "（清单序号：2022-017）", "二是2月20日现场核查")
                .contains("第六条", "（三）对同类排口开展排查。", "请于2065年3月20日前", "2065年3月5日")
                .contains("抄送：惠安县人民政府、市纪委监委、市委组织部、市政府督查室。")
                .contains("予以红牌警示", "移送有关机关追究责任")
                .doesNotContain("{{", "}}", "予以黄牌", "将升级");
        assertThat(paper.sha256())
                .isEqualTo(Hashes.sha256(papers.file(paper.id()).orElseThrow()));
        assertThat(paper.title()).isEqualTo("红牌警示通知书");
    }

    @Test
    void yellowAndRedReadDifferently() {
        String yellow = text(Drafts.warning(CASE, Drafts.story(PaperField.YELLOW)));
        assertThat(yellow).contains("黄牌警示通知书", "予以黄牌警示", "将升级为红牌警示").doesNotContain("予以红牌警示", "主要负责同志");
    }

    @Test
    void everyKindReadsWhole() {
        assertThat(text(Drafts.draft(PaperKind.LIFTING, CASE, Map.of(PaperField.WARNING, "泉环委警〔2065〕3号"))))
                .contains("解除黄牌警示通知书", "（泉环委警〔2065〕3号）", "同意解除")
                .doesNotContain("{{", "清单序号");
        assertThat(text(Drafts.draft(PaperKind.INTERVIEW, CASE, Map.of(PaperField.TALK_PLEDGE, "立即整改"))))
                .contains("约谈时间：约谈时间的内容", "一、约谈事由", "被约谈单位表态", "立即整改")
                .doesNotContain("{{", "记录人：");
        assertThat(text(Drafts.draft(PaperKind.SUPERVISION, CASE, Map.of())))
                .contains("督办函", "现予督办", "请于书面反馈期限的内容前")
                .doesNotContain("{{", "依据");
    }

    @Test
    void longTextLinesAndMarkupArriveAsTheyAre() {
        String nasty = "<b>&amp;\"'</b> {{T(java.lang.Runtime).getRuntime()}} ${x} #{x} {{问题}} 𠮷" + (char) 7 + "完";
        String text = text(Drafts.warning(
                CASE, Map.of(PaperField.FACTS, "环".repeat(5000), PaperField.DEMAND, "第一行\r\n第二行\n\n第三行" + nasty)));
        assertThat(text)
                .contains("环".repeat(5000))
                .contains("第一行\n　　第二行\n　　第三行")
                .contains("<b>&amp;\"'</b> {{T(java.lang.Runtime).getRuntime()}} ${x} #{x} {{问题}} 𠮷完");
    }

    @Test
    void aDraftThatLacksSomethingIsRefused() {
        assertThatThrownBy(() -> Drafts.warning(CASE, Map.of(PaperField.DEMAND, " ")))
                .isInstanceOf(Refusal.class)
                .hasMessage("警示通知书缺少“整改要求”，请补充后再出具。");
        assertThatThrownBy(() -> Drafts.warning(CASE, Map.of(PaperField.COLOUR, "蓝牌")))
                .hasMessageContaining("牌级只能是“黄牌”或“红牌”");
    }

    @Test
    void aPaperTakenBackKeepsItsNumberAndFile() {
        Paper paper = papers.issue(Drafts.warning(CASE, Map.of()), LI);
        Paper withdrawn = papers.withdraw(paper.id(), "对象有误", LI);
        papers.withdraw(paper.id(), "又一次", LI);
        assertThat(withdrawn.withdrawal().reason()).isEqualTo("对象有误");
        assertThat(papers.byId(paper.id()).orElseThrow().withdrawal()).isEqualTo(withdrawn.withdrawal());
        assertThat(papers.file(paper.id())).isPresent();
        assertThat(facts(paper)).containsExactly(PaperFact.ISSUED, PaperFact.WITHDRAWN);
        assertThatThrownBy(() -> papers.withdraw(paper.id(), " ", LI)).hasMessageContaining("原因");
    }

    @Test
    void nobodyChangesAFile() {
        Paper paper = papers.issue(Drafts.warning(CASE, Map.of()), LI);
        assertThatThrownBy(() -> db.sql("update paper_file set content = '' where paper_id = :id")
                        .param("id", paper.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> db.sql("delete from paper_file where paper_id = :id")
                        .param("id", paper.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private String text(Draft draft) {
        return WordText.of(papers.file(papers.issue(draft, LI).id()).orElseThrow());
    }

    private List<String> facts(Paper paper) {
        return events.stream(PaperFact.class)
                .filter(fact -> fact.data().get("paper").equals(paper.id()))
                .map(PaperFact::type)
                .toList();
    }

    private static int serial(Paper paper) {
        return Integer.parseInt(paper.number().replaceAll(".*〕(\\d+)号", "$1"));
    }
}
