package org.duban.petition.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.PageToken.pageToken;
import static org.duban.problem.Journey.COORDINATOR;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.launch.CityClock;
import org.duban.petition.repeat.store.ClusterStore;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.ProblemFile;
import org.duban.problem.ProblemState;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A struck-off site that a letter complains of again: looked at once more, or not, and the record says why. */
@DubanTest
class LookBacksTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    LookBacks lookBacks;

    @Autowired
    ClusterStore clusters;

    @Autowired
    RepeatListener listener;

    @Autowired
    MockMvc web;

    @Autowired
    CityClock clock;

    private Mailbag bag;
    private CaseDriver office;
    private CaseNo letter;

    @BeforeEach
    void aStruckOffProblemAndALetter() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.struckOff(Journey.rectifying(
                application,
                CaseDriver.row("HK" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31)), "350582")));
        bag = new Mailbag(application, "回头看测试督察", LocalDate.now(clock).toString());
        letter = proposed();
    }

    @AfterEach
    void restoreClock() {
        bag.tidy();
    }

    @Test
    void acceptingBringsTheLookBackForwardOnceHoweverOftenItIsClicked() throws Exception {
        CaseNo also = proposed();
        assertThat(office.waiting()).as("due in months").isEmpty();
        web.perform(get("/desk/repeats/look-backs").with(httpBasic(COORDINATOR, "duban")))
                .andExpect(content().string(containsString(office.no().value())))
                .andExpect(content().string(containsString("安排回头看")));
        decide("accept", null, COORDINATOR).andExpect(flash().attribute("message", containsString("已安排")));
        decide("accept", null, COORDINATOR).andExpect(flash().attribute("message", containsString("已安排")));
        office.fireDueTimers();

        assertThat(office.waiting()).containsExactly("UserTask_LookBack");
        assertThat(office.file().history())
                .extracting(ProblemFile.Entry::event)
                .containsOnlyOnce("problem.lookBackBroughtForward");
        assertThat(listener.types(letter)).containsOnlyOnce("petition.lookBackAccepted");
        assertThat(listener.types(also)).as("one visit answers both").contains("petition.lookBackAccepted");
        assertThatThrownBy(() -> lookBacks.decline(office.no(), letter, "不必", Mailbag.SECOND))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已安排回头看");
        office.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), true));
        assertThat(office.state()).isEqualTo(ProblemState.REGISTERED);
        CaseNo later = proposed();
        assertThatThrownBy(() -> lookBacks.accept(office.no(), later, Mailbag.COORDINATOR))
                .hasMessageContaining("不在已销号状态");
    }

    @Test
    void aSiteFoundInOrderBeforeIsLookedAtOnceMore() {
        office.fireNextTimer();
        office.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), false));
        assertThat(office.state()).isEqualTo(ProblemState.CLOSED);
        lookBacks.accept(office.no(), letter, Mailbag.COORDINATOR);
        office.runJobs();

        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
        assertThat(office.waiting()).containsExactly("UserTask_LookBack");
        office.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), false));
        assertThat(office.state()).isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void decliningAsksAReasonAndStartsNothing() throws Exception {
        decide("decline", " ", COORDINATOR).andExpect(flash().attribute("refusal", "请写明不回头看的理由。"));
        decide("decline", "反映的是另一家企业", "leader").andExpect(status().isForbidden());
        decide("decline", "反映的是另一家企业", COORDINATOR).andExpect(flash().attribute("message", containsString("不回头看的理由")));
        office.fireDueTimers();
        assertThat(office.waiting()).isEmpty();
        assertThat(listener.types(office.no())).contains("petition.lookBackDeclined");
        web.perform(get("/desk/repeats/look-backs").with(httpBasic("leader", "duban")))
                .andExpect(content().string(containsString("反映的是另一家企业")))
                .andExpect(content().string(not(containsString("id=\"" + office.no() + "-" + letter))));
        web.perform(get("/desk/repeats/look-backs").with(httpBasic("clerk350582", "duban")))
                .andExpect(status().isForbidden());
    }

    private CaseNo proposed() {
        CaseNo no = bag.letter(SERIAL.incrementAndGet(), "晋江市磁灶镇某瓷砖厂 " + SERIAL.get() + " 号窑烟囱又冒黑烟。");
        long cluster = clusters.open(no, Mailbag.COORDINATOR, clock.instant());
        assertThat(clusters.proposeLookBack(office.no(), no, cluster, clock.instant()))
                .isTrue();
        return no;
    }

    private ResultActions decide(String decision, String reason, String who) throws Exception {
        return web.perform(post("/desk/repeats/look-backs")
                .param("problem", office.no().value())
                .param("letter", letter.value())
                .param("decision", decision)
                .param("reason", reason == null ? "" : reason)
                .with(httpBasic(who, "duban"))
                .with(pageToken()));
    }
}
