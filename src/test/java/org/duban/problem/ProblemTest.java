package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The aggregate alone: what each state allows, what it refuses, and what it announces. */
class ProblemTest {

    private static final CaseNo NO = CaseNo.of("WT2026-000001");
    private static final UnitCode JINJIANG = UnitCode.of("350582");
    private static final UnitCode NANAN = UnitCode.of("350583");
    private static final UnitCode BUREAU = UnitCode.of("35050012");
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Problem in(ProblemState state, Deadline deadline) {
        NewProblem row = CaseDriver.row("1", deadline, "350582", "350583");
        Problem registered = Problem.register(NO, Listing.of(row), Dispatch.of(row), "coordinator", NOW)
                .after();
        return registered.with(registered.progress().to(state));
    }

    private static Problem in(ProblemState state) {
        return in(state, Deadline.on(DUE));
    }

    static Stream<Arguments> stepsWithTheStateTheyNeed() {
        return Stream.of(
                step("signFor", ProblemState.DISPATCHED, Problem::signFor),
                step("keepAfterReturn", ProblemState.RETURNED, problem -> problem.keepAfterReturn("维持")),
                step("submitPlan", ProblemState.SIGNED, problem -> problem.submitPlan(1)),
                step("acceptPlan", ProblemState.PLAN_SUBMITTED, Problem::acceptPlan),
                step("returnPlan", ProblemState.PLAN_SUBMITTED, problem -> problem.returnPlan("不具体")),
                step("reportStanding", ProblemState.STANDING, Problem::reportStanding),
                step("reportDone", ProblemState.RECTIFYING, problem -> problem.reportDone(JINJIANG, DUE)),
                step("signReport", ProblemState.RECTIFYING, problem -> problem.signReport(JINJIANG, true, NOW)),
                step("checkPreliminarily", ProblemState.REPORTED, problem -> problem.checkPreliminarily(true, "同意")),
                step("verify", ProblemState.CHECKED, problem -> problem.verify(List.of(), "通过", NOW)),
                step("openNotice", ProblemState.PUBLIC_NOTICE, problem -> problem.openNotice(DUE, DUE)),
                step("endNotice", ProblemState.PUBLIC_NOTICE, Problem::endNotice),
                step("upholdObjection", ProblemState.OBJECTED, problem -> problem.upholdObjection(1, "属实")),
                step("strikeOff", ProblemState.STRIKE_OFF_PENDING, problem -> problem.strikeOff("同意", NOW)),
                step("rejectStrikeOff", ProblemState.STRIKE_OFF_PENDING, problem -> problem.rejectStrikeOff("不足")),
                step("fileStrikeOff", ProblemState.STRUCK_OFF, Problem::fileStrikeOff),
                step("lookBack", ProblemState.STRUCK_OFF, problem -> problem.lookBack(false, "稳定")));
    }

    private static Arguments step(String name, ProblemState needed, Function<Problem, Step> step) {
        return Arguments.of(name, needed, step);
    }

    @ParameterizedTest(name = "{0} only when {1}")
    @MethodSource("stepsWithTheStateTheyNeed")
    void aStepIsRefusedInEveryOtherStateWithTheStateInWords(
            String name, ProblemState needed, Function<Problem, Step> step) {
        for (ProblemState state : ProblemState.values()) {
            if (state == needed) {
                assertThat(step.apply(in(state)).announcements()).as(name).isNotEmpty();
            } else {
                assertThatThrownBy(() -> step.apply(in(state)))
                        .as("%s in %s", name, state)
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining(state.label());
            }
        }
    }

    @Test
    void aCompleteRowIsDispatchedAtOnceAndSaysSo() {
        NewProblem row = CaseDriver.row("1", Deadline.on(DUE));
        Step step = Problem.register(NO, Listing.of(row), Dispatch.of(row), "coordinator", NOW);
        assertThat(step.after().state()).isEqualTo(ProblemState.DISPATCHED);
        assertThat(step.announcements())
                .extracting(Step.Announcement::fact)
                .containsExactly(ProblemFact.REGISTERED, ProblemFact.DISPATCHED);
    }

    @Test
    void aRowWithoutItsLimitWaitsForTheCoordinator() {
        NewProblem row = CaseDriver.row("1", null);
        Step step = Problem.register(NO, Listing.of(row), Dispatch.of(row), "coordinator", NOW);
        assertThat(step.after().state()).isEqualTo(ProblemState.REGISTERED);
    }

    @Test
    void returnsEndAtTheCap() {
        Problem once = in(ProblemState.DISPATCHED)
                .giveBack(ReturnReason.OTHER, "理由", null, 1)
                .after();
        assertThat(once.mayBeReturned(1)).isFalse();
        Problem dispatchedAgain = once.keepAfterReturn("维持").after();
        assertThatThrownBy(() -> dispatchedAgain.giveBack(ReturnReason.OTHER, "理由", null, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("领导最终指定");
    }

    @Test
    void reassigningReplacesTheOldLeadAmongTheResponsibleUnits() {
        Problem moved = in(ProblemState.RETURNED)
                .reassign(ProblemFact.REASSIGNED, UnitCode.of("350581"), List.of(), "属石狮")
                .after();
        assertThat(moved.dispatch().responsibleUnits()).containsExactly(UnitCode.of("350581"), NANAN);
        assertThat(moved.dispatch().supervisingUnit()).isEqualTo(BUREAU);
    }

    @Test
    void theLastSignatureReportsTheProblem() {
        Problem work = in(ProblemState.RECTIFYING);
        assertThat(work.signReport(JINJIANG, false, NOW).after().state()).isEqualTo(ProblemState.RECTIFYING);
        assertThat(work.signReport(NANAN, true, NOW).after().state()).isEqualTo(ProblemState.REPORTED);
    }

    @Test
    void aUnitThatIsNotResponsibleCannotReport() {
        assertThatThrownBy(() -> in(ProblemState.RECTIFYING).reportDone(BUREAU, DUE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不是该问题的责任单位");
    }

    @Test
    void rectifiedAndStruckOffAreTwoThings() {
        Problem rectified =
                in(ProblemState.CHECKED).verify(List.of(), "通过", NOW).after();
        assertThat(rectified.progress().rectifiedAt()).isEqualTo(NOW);
        assertThat(rectified.state().struckOff()).isFalse();
        assertThat(rectified.overdue(DUE.plusYears(1))).isFalse();
    }

    @Test
    void aFailedVerificationOpensTheNextAttempt() {
        Step step = in(ProblemState.CHECKED).verify(List.of(Criterion.MEASURES_DONE), "未完成", NOW);
        assertThat(step.after().progress().attempt()).isEqualTo(2);
        assertThat(step.announcements().get(0).data()).containsEntry("failed", List.of("MEASURES_DONE"));
    }

    @Test
    void aStandingProblemIsNeverOverdueAndNeverStruckOff() {
        Problem standing = in(ProblemState.STRIKE_OFF_PENDING, Deadline.standing());
        assertThat(standing.overdue(LocalDate.of(2099, 1, 1))).isFalse();
        assertThatThrownBy(() -> standing.strikeOff("同意", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("长期坚持");
    }

    @Test
    void aConvertedStandingProblemHasALimit() {
        Problem converted = in(ProblemState.STANDING, Deadline.standing())
                .convertStanding("转为限期", DUE)
                .after();
        assertThat(converted.state()).isEqualTo(ProblemState.RECTIFYING);
        assertThat(converted.overdue(DUE.plusDays(1))).isTrue();
    }

    @Test
    void aRelapseNeedsALookBackThatFoundOneAndSpendsTheOldLimit() {
        Problem struckOff = in(ProblemState.STRUCK_OFF);
        assertThatThrownBy(struckOff::relapse).isInstanceOf(Refusal.class);
        Problem found = struckOff.lookBack(true, "反弹").after();
        assertThatThrownBy(() -> found.lookBack(true, "再看一次"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能重复登记");
        Problem again = found.relapse().after();
        assertThat(again.progress().rectification()).isEqualTo(2);
        assertThat(again.state()).isEqualTo(ProblemState.REGISTERED);
        assertThat(again.dispatch().deadline().dueOn()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"MONTH", "QUARTER", "YEAR"})
    void aPeriodEndsOnItsLastDay(Precision precision) {
        LocalDate last = Deadline.endOf(precision, LocalDate.of(2026, 2, 10)).dueOn();
        assertThat(last)
                .isEqualTo(
                        switch (precision) {
                            case MONTH -> LocalDate.of(2026, 2, 28);
                            case QUARTER -> LocalDate.of(2026, 3, 31);
                            default -> LocalDate.of(2026, 12, 31);
                        });
    }
}
