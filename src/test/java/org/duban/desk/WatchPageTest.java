package org.duban.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineWatch;
import org.duban.deadline.LadderAction;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The watch as coordinator, leader and auditor see it. */
@DubanTest
class WatchPageTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    WatchBoard board;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void aProblemSixDaysLate() {
        new CaseDriver(application).on("2042-03-03");
        office = Journey.rectifying(
                application, CaseDriver.row("督办页-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2042, 3, 31))));
        office.at("2042-04-04T09:00");
        while (watch.sweep()) {
            // As the model's loop does.
        }
    }

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theProposalStandsWithItsCaseItsReasonAndItsRule() throws Exception {
        http.perform(get("/desk/watch")
                        .param("action", "PROPOSE_YELLOW")
                        .param("on", "2042-04-04")
                        .with(httpBasic("coordinator", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(office.no().value())))
                .andExpect(content().string(containsString("超期 4 天")))
                .andExpect(content().string(containsString("高风险问题超期 3 天以上，建议黄牌")))
                .andExpect(content().string(containsString("未办结")));
        assertThat(board.units())
                .filteredOn(unit -> "350582".equals(unit.code()))
                .singleElement()
                .satisfies(unit -> assertThat(unit.late()).isPositive());
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        WatchBoard.Page first = board.steps(LadderAction.OVERDUE, null, null);
        assertThat(first.lines()).isNotEmpty();
        if (first.next() != null) {
            WatchBoard.Page second = board.steps(LadderAction.OVERDUE, null, first.next());
            assertThat(second.lines()).doesNotContainAnyElementsOf(first.lines());
        }
        assertThat(first.lines())
                .isSortedAccordingTo(
                        (one, other) -> other.step().at().compareTo(one.step().at()));
    }

    @Test
    void aUnitDoesNotSeeTheWatchOverAllUnits() throws Exception {
        http.perform(get("/desk/watch").with(httpBasic("clerk350582", "duban"))).andExpect(status().isForbidden());
        http.perform(get("/desk").with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/desk/watch"))));
    }

    @Test
    void fromNovemberOnEveryPageWarnsOfTheMissingYear() throws Exception {
        office.at("2042-11-03T09:00");
        http.perform(get("/desk").with(httpBasic("coordinator", "duban")))
                .andExpect(content().string(containsString("年的放假安排还没有载入")))
                .andExpect(content().string(containsString("去载入")));
        http.perform(get("/desk").with(httpBasic("clerk350582", "duban")))
                .andExpect(content().string(not(containsString("去载入"))));
    }
}
