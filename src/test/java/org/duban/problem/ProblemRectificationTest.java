package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.HEAD;
import static org.duban.problem.Journey.LEADER;
import static org.duban.problem.Journey.SUPERVISOR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Traces through {@code ProblemRectification}: the whole way, and the work with its checks. */
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

    @Autowired
    People people;

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

    @Test
    void responsibleUnitsWorkInParallelAndOneHeadsRefusalStaysInItsBranch() {
        office = Journey.rectifying(application, row(YEAR_END, "350582", "350583", "350581"));
        assertThat(office.waiting()).hasSize(3);
        for (String clerk : List.of(CLERK, "clerk350583", "clerk350581")) {
            assertThat(office.as(clerk).list()).containsExactly("UserTask_ReportDone");
            office.as(clerk).reportsDone();
        }
        office.as("head350583").does("UserTask_HeadSign", TaskForms.headReturns());
        office.as(HEAD).does("UserTask_HeadSign", TaskForms.headSigns());
        assertThat(office.waiting()).containsExactly("UserTask_HeadSign", "UserTask_ReportDone");
        office.as("head350581").does("UserTask_HeadSign", TaskForms.headSigns());
        assertThat(office.state()).isEqualTo(ProblemState.RECTIFYING);
        office.as("clerk350583").reportsDone();
        office.as("head350583").does("UserTask_HeadSign", TaskForms.headSigns());
        assertThat(office.state()).isEqualTo(ProblemState.REPORTED);
        assertThat(office.waiting()).containsExactly("UserTask_CheckPreliminarily");
        assertThat(office.file().reports()).hasSize(4);
    }

    @Test
    void aFailedPreliminaryCheckStartsTheWorkAgain() {
        office = Journey.reported(Journey.rectifying(application, row(YEAR_END)));
        office.as(HEAD).does("UserTask_CheckPreliminarily", TaskForms.checkPreliminarily(false, office.today()));
        assertThat(office.state()).isEqualTo(ProblemState.RECTIFYING);
        assertThat(office.file().attempt()).isEqualTo(2);
        assertThat(office.variable("sentBack")).isEqualTo(true);
        Journey.inNotice(office);
        assertThat(office.state()).isEqualTo(ProblemState.PUBLIC_NOTICE);
    }

    @Test
    void aFailedCriterionGoesBackWithTheReasonBesideIt() {
        office = Journey.checked(Journey.rectifying(application, row(YEAR_END)));
        office.as(SUPERVISOR).does("UserTask_Verify", TaskForms.verify(office.today(), Criterion.SAME_FAULT_SEARCHED));
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
        Check last = office.file().checks().get(1);
        assertThat(last.passed()).isFalse();
        assertThat(last.criteria().get(Criterion.SAME_FAULT_SEARCHED).reason()).contains("举一反三");
        assertThat(last.criteria().get(Criterion.MEASURES_DONE).met()).isTrue();
        assertThat(office.file().rectifiedAt()).isNull();
        Journey.inNotice(office);
        assertThat(office.state()).isEqualTo(ProblemState.PUBLIC_NOTICE);
    }

    @Test
    void theReportIsDueOnTheProblemsOwnDay() {
        office = Journey.rectifying(application, row(YEAR_END));
        assertThat(office.tasks("UserTask_ReportDone").get(0).getDueDate()).isEqualTo("2026-12-31T18:00:00");
    }

    @Test
    void aTaskClaimedByAColleagueCannotBeCompleted() {
        office = Journey.rectifying(application, row(YEAR_END));
        UnitCode jinjiang = UnitCode.of("350582");
        people.save(List.of(new Person("clerk350582b", "陈二", jinjiang, Set.of(Role.CLERK), true)), "duban");
        office.as(CLERK).claims("UserTask_ReportDone");
        assertRefused(
                () -> office.as("clerk350582b").does("UserTask_ReportDone", TaskForms.done(office.today())), "认领");
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
    }

    @Test
    void aStandInCompletesWhatTheAbsentColleagueClaimed() {
        office = Journey.rectifying(application, row(YEAR_END));
        UnitCode jinjiang = UnitCode.of("350582");
        people.save(
                List.of(
                        new Person("clerk350582c", "吴三", jinjiang, Set.of(Role.CLERK), true),
                        new Person("clerk350582d", "郑四", jinjiang, Set.of(Role.CLERK), true)),
                "duban");
        office.as("clerk350582c").attaches("UserTask_ReportDone", Criterion.MEASURES_DONE);
        office.as("clerk350582c").claims("UserTask_ReportDone");
        people.substitute("clerk350582c", "clerk350582d", office.today(), office.today(), Actor.system());
        office.as("clerk350582d").does("UserTask_ReportDone", TaskForms.done(office.today()));
        assertThat(office.waiting()).containsExactly("UserTask_HeadSign");
    }

    @Test
    void aReportWithoutEvidenceIsRefused() {
        office = Journey.rectifying(application, row(YEAR_END));
        assertRefused(() -> office.as(CLERK).does("UserTask_ReportDone", TaskForms.done(office.today())), "至少上传一份");
        assertThat(office.file().reports()).isEmpty();
    }

    @Test
    void whoReportedMayNotSignTheSameReport() {
        UnitCode jinjiang = UnitCode.of("350582");
        people.save(List.of(new Person("both350582", "蔡双", jinjiang, Set.of(Role.CLERK, Role.HEAD), true)), "duban");
        office = Journey.rectifying(application, row(YEAR_END));
        office.as("both350582").reportsDone();
        assertRefused(() -> office.as("both350582").does("UserTask_HeadSign", TaskForms.headSigns()), "不能由您本人审签");
        office.as(HEAD).does("UserTask_HeadSign", TaskForms.headSigns());
        assertThat(office.state()).isEqualTo(ProblemState.REPORTED);
    }

    @Test
    void sentBackIsSaidOfTheBranchThatCameBackOnly() {
        office = Journey.rectifying(application, row(YEAR_END, "350582", "350583"));
        office.as("clerk350583").reportsDone();
        office.as("head350583").does("UserTask_HeadSign", TaskForms.headReturns());
        Map<Object, Object> sentBack = new HashMap<>();
        office.tasks("UserTask_ReportDone")
                .forEach(task -> sentBack.put(
                        engine.getTaskService().getVariable(task.getId(), "unit"),
                        engine.getTaskService().getVariable(task.getId(), "sentBack")));
        assertThat(sentBack).containsEntry("350582", false).containsEntry("350583", true);
    }

    @Test
    void aRefusalLeavesTheTaskAsItWas() {
        office = Journey.rectifying(application, row(YEAR_END));
        assertRefused(() -> office.as(CLERK).does("UserTask_ReportDone", "{\"text\":\"完成\"}"), "请填写完成日期");
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
        assertThat(office.file().reports()).isEmpty();
        assertThat(office.variable("form")).isNull();
    }

    private static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step).hasStackTraceContaining(sentence);
    }
}
