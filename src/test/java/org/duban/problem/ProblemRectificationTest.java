package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.LEADER;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One trace per path of {@code ProblemRectification}, on the real engine with the real services. */
@DubanTest
class ProblemRectificationTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Deadline YEAR_END = Deadline.on(LocalDate.of(2026, 12, 31));

    @Autowired
    ApplicationContext application;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void monday() {
        AbstractAssertions.init(engine);
        office = new CaseDriver(application).on("2026-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    static NewProblem row(Deadline deadline, String... responsible) {
        return CaseDriver.row("T" + SERIAL.incrementAndGet(), deadline, responsible);
    }

    @Test
    void aCompleteRowGoesStraightToStruckOffAndLookBackPasses() {
        office = Journey.rectifying(application, row(YEAR_END, "350582"));
        ProcessInstance process = office.process();
        Journey.inNotice(office);
        assertThat(office.state()).isEqualTo(ProblemState.PUBLIC_NOTICE);
        assertThat(office.file().rectifiedAt()).isNotNull();
        assertThat(office.file().notice().endsOn()).isEqualTo("2026-03-13");
        office.fireNextTimer();
        assertThat(office.today()).isEqualTo("2026-03-14");
        assertThat(office.state()).isEqualTo(ProblemState.STRIKE_OFF_PENDING);
        office.as(LEADER).does("UserTask_ApproveStrikeOff", TaskForms.strikeOff(true));
        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
        office.fireNextTimer();
        assertThat(office.today()).isEqualTo("2026-06-14");
        office.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), false));
        assertThat(office.state()).isEqualTo(ProblemState.CLOSED);
        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "UserTask_SignFor",
                        "UserTask_MakePlan",
                        "UserTask_ReviewPlan",
                        "UserTask_ReportDone",
                        "UserTask_HeadSign",
                        "UserTask_CheckPreliminarily",
                        "UserTask_Verify",
                        "ServiceTask_OpenPublicNotice",
                        "UserTask_ApproveStrikeOff",
                        "ServiceTask_StrikeOff",
                        "UserTask_LookBack",
                        "EndEvent_Closed")
                .hasNotPassed("UserTask_ConfirmDispatch");
    }
}
