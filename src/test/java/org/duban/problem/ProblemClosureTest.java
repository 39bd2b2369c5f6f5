package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.LEADER;
import static org.duban.problem.Journey.SUPERVISOR;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

/** Traces through {@code ProblemRectification} after the work: notice, objections, striking off, look-back, standing. */
@DubanTest
class ProblemClosureTest {

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
        return CaseDriver.row("C" + SERIAL.incrementAndGet(), deadline, responsible);
    }

    @Test
    void anUpheldObjectionStartsTheWorkAgainAndClosesTheNotice() {
        office = Journey.inNotice(Journey.rectifying(application, row(YEAR_END)));
        office.object("附近仍有臭味");
        assertThat(office.state()).isEqualTo(ProblemState.OBJECTED);
        office.as(SUPERVISOR).does("UserTask_AnswerObjection", TaskForms.answer(true));
        assertThat(office.state()).isEqualTo(ProblemState.RECTIFYING);
        assertThat(office.file().notice().closedAt()).isNotNull();
        assertThat(office.timers()).isEmpty();
        Journey.struckOff(office);
        assertThat(office.file().notices()).hasSize(2);
        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
    }

    @Test
    void anObjectionNotUpheldLetsTheNoticeRunOn() {
        office = Journey.inNotice(Journey.rectifying(application, row(YEAR_END)));
        office.object("附近仍有臭味");
        office.as(SUPERVISOR).does("UserTask_AnswerObjection", TaskForms.answer(false));
        assertThat(office.state()).isEqualTo(ProblemState.PUBLIC_NOTICE);
        office.fireNextTimer();
        assertThat(office.today()).isEqualTo("2026-03-14");
        assertThat(office.waiting()).containsExactly("UserTask_ApproveStrikeOff");
    }

    @Test
    void anObjectionThatArrivesWhileAnotherIsAnsweredWaitsItsTurn() {
        office = Journey.inNotice(Journey.rectifying(application, row(YEAR_END)));
        office.object("附近仍有臭味");
        office.object("施工垃圾没有清走");
        assertThat(office.waiting()).containsExactly("UserTask_AnswerObjection");
        office.as(SUPERVISOR).does("UserTask_AnswerObjection", TaskForms.answer(false));
        assertThat(office.state()).isEqualTo(ProblemState.OBJECTED);
        assertThat(office.waiting()).containsExactly("UserTask_AnswerObjection");
        office.as(SUPERVISOR).does("UserTask_AnswerObjection", TaskForms.answer(false));
        assertThat(office.state()).isEqualTo(ProblemState.PUBLIC_NOTICE);
        office.object("又有新情况");
        assertThat(office.state()).isEqualTo(ProblemState.OBJECTED);
    }

    @Test
    void closureWaitsForTheAnswerEvenWhenTheNoticeHasRunOut() {
        office = Journey.inNotice(Journey.rectifying(application, row(YEAR_END)));
        office.object("附近仍有臭味");
        office.on("2026-04-01").fireDueTimers();
        assertThat(office.waiting()).containsExactly("UserTask_AnswerObjection");
        assertRefused(() -> office.object("公示期后才来的异议"), "公示已于 2026-03-13 结束");
        office.as(SUPERVISOR).does("UserTask_AnswerObjection", TaskForms.answer(false));
        office.fireDueTimers();
        assertThat(office.waiting()).containsExactly("UserTask_ApproveStrikeOff");
    }

    @Test
    void afterTheNoticeAnObjectionIsRefusedWithTheWayToGo() {
        office =
                Journey.inNotice(Journey.rectifying(application, row(YEAR_END))).fireNextTimer();
        assertRefused(() -> office.object("太晚了"), "按信访件办理");
    }

    @Test
    void aRejectedStrikeOffIsVerifiedAgain() {
        office =
                Journey.inNotice(Journey.rectifying(application, row(YEAR_END))).fireNextTimer();
        office.as(LEADER).does("UserTask_ApproveStrikeOff", TaskForms.strikeOff(false));
        assertThat(office.state()).isEqualTo(ProblemState.CHECKED);
        assertThat(office.waiting()).containsExactly("UserTask_Verify");
        office.as(SUPERVISOR).does("UserTask_Verify", TaskForms.verify(office.today()));
        office.fireNextTimer();
        office.as(LEADER).does("UserTask_ApproveStrikeOff", TaskForms.strikeOff(true));
        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
    }

    @Test
    void aRelapseOpensTheSameNumberAgain() {
        office = Journey.struckOff(Journey.rectifying(application, row(YEAR_END)));
        ProcessInstance first = office.process();
        office.fireNextTimer();
        office.as(COORDINATOR).does("UserTask_LookBack", TaskForms.lookBack(office.today(), true));
        assertThat(first).isEnded().hasPassed("ServiceTask_RegisterRelapse", "EndEvent_Relapsed");
        ProblemFile file = office.file();
        assertThat(file.rectification()).isEqualTo(2);
        assertThat(file.state()).isEqualTo(ProblemState.REGISTERED);
        assertThat(file.dueOn()).isNull();
        assertThat(file.history()).extracting(ProblemFile.Entry::event).contains("problem.relapsed");
        office.as(COORDINATOR)
                .does(
                        "UserTask_ConfirmDispatch",
                        TaskForms.confirmDispatch("350582", "DATE", LocalDate.of(2026, 12, 31)));
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        office.as(CLERK).does("UserTask_MakePlan", TaskForms.plan(LocalDate.of(2026, 12, 1)));
        office.as(COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        Journey.struckOff(office);
        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
        assertThat(office.file().plans()).hasSize(2);
    }

    @Test
    void aStandingProblemIsReviewedTwiceAndNeverOverdue() {
        office = Journey.rectifying(application, row(Deadline.standing()));
        assertThat(office.state()).isEqualTo(ProblemState.STANDING);
        for (String reviewed : List.of("2026-09-02", "2027-03-02")) {
            office.fireNextTimer();
            assertThat(office.today()).isEqualTo(reviewed);
            office.as(CLERK).does("UserTask_ReportStanding", TaskForms.standingReport());
            office.as(SUPERVISOR).does("UserTask_AssessStanding", TaskForms.continueStanding());
            assertThat(office.state()).isEqualTo(ProblemState.STANDING);
        }
        office.on("2036-01-01");
        assertThat(office.file().overdue()).isFalse();
        assertThat(office.waiting()).isEmpty();
    }

    @Test
    void aProblemBothImmediateAndStandingIsReviewedAndLosesItsLimitWithThePlan() {
        office = Journey.rectifying(
                application, row(new Deadline(DeadlineKind.IMMEDIATE, "立行立改、长期坚持", null, null, true)));
        assertThat(office.state()).isEqualTo(ProblemState.STANDING);
        office.on("2027-06-01");
        assertThat(office.file().overdue()).isFalse();
    }

    @Test
    void aStandingProblemConvertedGetsALimitAndIsRectified() {
        office = Journey.rectifying(application, row(Deadline.standing()));
        office.fireNextTimer();
        office.as(CLERK).does("UserTask_ReportStanding", TaskForms.standingReport());
        office.as(SUPERVISOR).does("UserTask_AssessStanding", TaskForms.convertStanding(LocalDate.of(2026, 12, 31)));
        assertThat(office.state()).isEqualTo(ProblemState.RECTIFYING);
        assertThat(office.file().deadline().kind()).isEqualTo(DeadlineKind.DATE);
        Journey.struckOff(office);
        assertThat(office.state()).isEqualTo(ProblemState.STRUCK_OFF);
    }

    private static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).hasStackTraceContaining(sentence);
    }
}
