package org.duban.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineWatch;
import org.duban.journal.offline.Entry;
import org.duban.journal.store.EntryRows;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.replay.Difference.Ruling;
import org.duban.replay.Replay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What a decision table was asked and answered stands in the record of the case with what was done on its word. */
@DubanTest
class DecisionRecordTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    EntryRows rows;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Replay replay;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private Record record;
    private String no;

    @BeforeEach
    void dispatched() {
        record = new Record(rows);
        CaseDriver office = new CaseDriver(application).on("2080-03-04");
        office.register(
                CaseDriver.row("DR" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2080, 12, 31)), "350582"));
        no = office.no().value();
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void aPeriodIsRecordedWithQuestionAnswerAndMatchedRow() {
        Map<String, Object> asked = decisions("DeadlineRule").stream()
                .filter(one -> values(one, "inputs").contains("UserTask_SignFor"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.get("table").toString()).startsWith("DeadlineRule:");
        assertThat((List<?>) asked.get("rules")).hasSize(1);
        assertThat(values(asked, "inputs")).contains("问题");
        assertThat(values(asked, "outputs")).contains("签收", "工作日");
        assertThat((List<?>) asked.get("outputs")).allSatisfy(one -> assertThat(((Map<?, ?>) one).get("rule"))
                .isEqualTo(((List<?>) asked.get("rules")).get(0)));
    }

    @Test
    void theLadderIsRecordedWhereTheWatchActedAndNowhereElse() {
        assertThat(decisions("EscalationLadder")).isEmpty();
        long before = record.of(no).size();
        sweep();
        assertThat(record.of(no)).as("a sweep that did nothing").hasSize((int) before);

        clock.freezeAt(Instant.parse("2080-03-12T04:00:00Z"));
        sweep();
        List<Map<String, Object>> asked = decisions("EscalationLadder");
        assertThat(asked).isNotEmpty().allSatisfy(one -> {
            assertThat(values(one, "inputs")).contains("单位");
            assertThat((List<?>) one.get("rules")).hasSize(1);
            assertThat(values(one, "outputs")).isNotEmpty();
        });
        Entry last = record.last(no);
        assertThat(Record.events(last, "decision")).doesNotHaveDuplicates();
    }

    @Test
    void theReplayShowsTheTableWithItsRowLit() throws Exception {
        long step = record.of(no).stream()
                .filter(entry -> !Record.events(entry, "decision").isEmpty())
                .findFirst()
                .orElseThrow()
                .seq();
        List<Ruling> rulings = replay.step(no, step).orElseThrow().difference().decisions();
        assertThat(rulings).allSatisfy(one -> {
            assertThat(one.inputs()).isNotEmpty();
            assertThat(one.outputs()).isNotEmpty();
            assertThat(one.rules()).hasSize(1);
        });
        web.perform(get("/audit/cases/{no}", no)
                        .param("step", String.valueOf(step))
                        .with(httpBasic("auditor", "duban")))
                .andExpect(content()
                        .string(allOf(containsString("rule-matched"), containsString("给出："), containsString("结果："))));
    }

    private void sweep() {
        while (watch.sweep()) {
            // until nothing is due
        }
    }

    private List<Map<String, Object>> decisions(String key) {
        return record.events(no, "decision").stream()
                .filter(one -> key.equals(one.get("decision")))
                .toList();
    }

    private static List<String> values(Map<String, Object> asked, String side) {
        return ((List<?>) asked.get(side))
                .stream()
                        .map(one -> ((Map<?, ?>) one).get("value"))
                        .map(String::valueOf)
                        .toList();
    }
}
