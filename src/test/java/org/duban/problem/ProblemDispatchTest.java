package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.LEADER;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.duban.DubanTest;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Traces through {@code ProblemRectification} up to an accepted plan: dispatch, signing, returns, time limits. */
@DubanTest
class ProblemDispatchTest {

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
        return CaseDriver.row("D" + SERIAL.incrementAndGet(), deadline, responsible);
    }

    @Test
    void anIncompleteRowWaitsForTheCoordinator() {
        NewProblem bare = new NewProblem(
                "省厅转交清单",
                null,
                "B" + SERIAL.incrementAndGet(),
                null,
                "某处露天焚烧",
                "夜间焚烧垃圾。",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        office.register(bare);
        assertThat(office.state()).isEqualTo(ProblemState.REGISTERED);
        assertThat(office.waiting()).containsExactly("UserTask_ConfirmDispatch");
        office.as(COORDINATOR)
                .does(
                        "UserTask_ConfirmDispatch",
                        TaskForms.confirmDispatch("350582", "DATE", LocalDate.of(2026, 6, 30)));
        assertThat(office.state()).isEqualTo(ProblemState.DISPATCHED);
        assertThat(office.file().dueOn()).isEqualTo("2026-06-30");
        assertThat(office.as(CLERK).list()).containsExactly("UserTask_SignFor");
    }

    @Test
    void aReturnMayBeRejectedAndTheUnitSigns() {
        office.register(row(YEAR_END));
        office.as(CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在南安市境内"));
        assertThat(office.state()).isEqualTo(ProblemState.RETURNED);
        office.as(COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.keep());
        assertThat(office.variable("sentBack")).isEqualTo(true);
        assertThat(office.file().returns()).singleElement().satisfies(returned -> {
            assertThat(returned.decision()).isEqualTo(DispatchReturn.Decision.KEPT);
            assertThat(returned.reasonCode()).isEqualTo(ReturnReason.NOT_OUR_AREA);
        });
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        assertThat(office.state()).isEqualTo(ProblemState.SIGNED);
    }

    @Test
    void aReturnMayMoveTheProblemToAnotherUnitAndTheFirstLosesSight() {
        office.register(row(YEAR_END));
        office.as(CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在南安市境内"));
        office.as(COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.reassign("350583"));
        assertThat(office.as(CLERK).list()).isEmpty();
        assertThat(office.as("clerk350583").list()).containsExactly("UserTask_SignFor");
        assertThat(office.file().leadUnit().name()).isEqualTo("南安市");
        assertThat(office.variable("sentBack")).isEqualTo(false);
    }

    @Test
    void secondReturnGoesToTheLeaderAndAThirdIsRefused() {
        office.register(row(YEAR_END));
        office.as(CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在南安市境内"));
        office.as(COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.reassign("350583"));
        office.as("clerk350583").does("UserTask_SignFor", TaskForms.giveBack("点位在晋江市境内"));
        assertThat(office.waiting()).containsExactly("UserTask_DecideLeadUnit");
        office.as(LEADER).does("UserTask_DecideLeadUnit", TaskForms.decideLead("350582"));
        assertThat(office.file().mayBeReturned()).isFalse();
        assertRefused(() -> office.as(CLERK).does("UserTask_SignFor", TaskForms.giveBack("仍认为不属本辖区")), "不能再退单");
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        assertThat(office.state()).isEqualTo(ProblemState.SIGNED);
    }

    @Test
    void aReturnedPlanIsMadeAgainWithTheReasonAtHand() {
        office = Journey.planned(application, row(YEAR_END));
        office.as(COORDINATOR).does("UserTask_ReviewPlan", TaskForms.returnPlan());
        assertThat(office.waiting()).containsExactly("UserTask_MakePlan");
        assertThat(office.variable("sentBack")).isEqualTo(true);
        assertThat(office.file().plan().reason()).isEqualTo("措施没有明确责任人");
        office.as(CLERK).does("UserTask_MakePlan", TaskForms.plan(LocalDate.of(2026, 5, 1)));
        assertThat(office.file().plan().revision()).isEqualTo(2);
        office.as(COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        assertThat(office.state()).isEqualTo(ProblemState.RECTIFYING);
    }

    @Test
    void signingLateIsRecordedAndSigningStillPossible() {
        office.register(row(YEAR_END));
        office.fireNextTimer();
        assertThat(office.today()).isEqualTo("2026-03-05");
        assertThat(office.file().history())
                .extracting(ProblemFile.Entry::event)
                .containsOnlyOnce("problem.signingOverdue");
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        assertThat(office.state()).isEqualTo(ProblemState.SIGNED);
        assertThat(office.timers()).isEmpty();
    }

    @Test
    void anImmediateProblemIsDueFifteenDaysAfterDispatch() {
        office.register(row(new Deadline(DeadlineKind.IMMEDIATE, "立行立改", null, null, false)));
        assertThat(office.file().dueOn()).isEqualTo("2026-03-17");
        office.on("2026-03-17");
        assertThat(office.file().overdue()).isFalse();
        office.on("2026-03-18");
        assertThat(office.file().overdue()).isTrue();
    }

    @Test
    void aMonthMeansItsLastDay() {
        office.register(row(
                new Deadline(DeadlineKind.PRECISION, "2026年6月底", LocalDate.of(2026, 6, 1), Precision.MONTH, false)));
        assertThat(office.file().dueOn()).isEqualTo("2026-06-30");
        assertThat(office.file().deadline().words()).isEqualTo("2026年6月底前");
        office.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        assertRefused(
                () -> office.as(CLERK).does("UserTask_MakePlan", TaskForms.plan(LocalDate.of(2026, 7, 1))), "晚于整改时限");
    }

    private static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).hasStackTraceContaining(sentence);
    }
}
