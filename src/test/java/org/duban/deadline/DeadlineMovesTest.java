package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What moving a deadline moves: the row, the watch, the task, the timer, the problem; and what it keeps. */
@DubanTest
class DeadlineMovesTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Actor COORDINATOR = Actor.of("coordinator", "杨月娥");

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void aProblemDueAtTheEndOfMarch() {
        office = new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("变动-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 3, 31))));
    }

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void anExtensionMovesEverythingThatHangsOnTheLimitAndKeepsTheOldDay() {
        LedgerEntry limit = limit();
        moves.extend(office.no(), limit.id(), LocalDate.of(2026, 4, 30), "汛期停工", 7001L, COORDINATOR);

        assertThat(limit().currentDueOn()).isEqualTo("2026-04-30");
        assertThat(limit().originalDueOn()).isEqualTo("2026-03-31");
        assertThat(limit().course().extensions()).isEqualTo(1);
        assertThat(office.file().dueOn()).isEqualTo("2026-04-30");
        assertThat(dueOf("UserTask_ReportDone")).isEqualTo("2026-04-30");
        assertThat(taskEntry().currentDueOn()).isEqualTo("2026-04-30");
        assertThat(ledger.explain(limit()).lines())
                .anyMatch(line -> line.contains("杨月娥 延期：到期日由 2026-03-31 改为 2026-04-30") && line.endsWith("理由：汛期停工"))
                .last()
                .asString()
                .contains("原到期日 2026-03-31，现到期日 2026-04-30");
        assertThat(office.file().history()).extracting(entry -> entry.label()).contains("整改时限变动");
    }

    @Test
    void oneRequestMovesOnce() {
        LedgerEntry limit = limit();
        moves.extend(office.no(), limit.id(), LocalDate.of(2026, 4, 30), "汛期停工", 7002L, COORDINATOR);
        assertThatThrownBy(() ->
                        moves.extend(office.no(), limit.id(), LocalDate.of(2026, 4, 30), "汛期停工", 7002L, COORDINATOR))
                .isInstanceOf(Refusal.class);
        moves.extend(office.no(), limit.id(), LocalDate.of(2026, 5, 15), "汛期停工", 7002L, COORDINATOR);
        assertThat(ledger.explain(limit()).changes()).hasSize(1);
        assertThat(limit().currentDueOn()).isEqualTo("2026-04-30");
    }

    @Test
    void anEarlierDayIsNoExtension() {
        assertThatThrownBy(() ->
                        moves.extend(office.no(), limit().id(), LocalDate.of(2026, 3, 31), "来不及", null, COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-03-31")
                .hasMessageContaining("更晚");
    }

    @Test
    void aMoveAfterTheDayHasPassedSaysSo() {
        office.on("2026-04-02");
        moves.extend(office.no(), limit().id(), LocalDate.of(2026, 4, 30), "补办", null, COORDINATOR);
        assertThat(ledger.explain(limit()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.afterExpiry()).isTrue());
        assertThat(ledger.explain(limit()).lines()).anyMatch(line -> line.contains("作出时期限已过"));
    }

    @Test
    void whileTheClockStandsStillNothingIsLateAndTheLadderIsSilent() {
        office.on("2026-03-20");
        moves.suspend(office.no(), limit().id(), LocalDate.of(2026, 4, 19), "等待征地", null, COORDINATOR);
        assertThat(limit().course().suspended()).isTrue();
        assertThat(limit().currentDueOn()).isEqualTo("2026-05-01");
        assertThat(office.file().dueOn()).isEqualTo("2026-05-01");
        office.on("2026-04-19");
        sweep();
        assertThat(ledger.explain(limit()).steps()).isEmpty();
        assertThat(limit().missed(clock.instant())).isFalse();
    }

    @Test
    void resumedEarlyOnlyTheTimeItStoodIsAdded() {
        office.on("2026-03-20");
        moves.suspend(office.no(), limit().id(), LocalDate.of(2026, 4, 19), "等待征地", null, COORDINATOR);
        office.on("2026-03-30");
        moves.resume(office.no(), limit().id(), "征地已完成", null, COORDINATOR);
        assertThat(limit().course().suspended()).isFalse();
        // The clock did not run from 03-20 to 03-29: ten days.
        assertThat(limit().currentDueOn()).isEqualTo("2026-04-10");
        assertThat(dueOf("UserTask_ReportDone")).isEqualTo("2026-04-10");
        moves.resume(office.no(), limit().id(), "征地已完成", null, COORDINATOR);
        assertThat(ledger.explain(limit()).changes())
                .extracting(DeadlineChange::kind)
                .containsExactly(DeadlineChange.Kind.SUSPENDED, DeadlineChange.Kind.RESUMED);
    }

    @Test
    void workingDaysStandStillInWorkingDays() {
        office = new CaseDriver(application).on("2026-03-02");
        office.register(CaseDriver.row("工作日-" + SERIAL.incrementAndGet(), Deadline.on(LocalDate.of(2026, 12, 31))));
        LedgerEntry signing = entries().stream()
                .filter(entry -> entry.rule().equals("UserTask_SignFor"))
                .findFirst()
                .orElseThrow();
        assertThat(signing.currentDueOn()).isEqualTo("2026-03-04");
        moves.suspend(office.no(), signing.id(), LocalDate.of(2026, 3, 6), "单位合并", null, COORDINATOR);
        office.on("2026-03-09");
        LedgerEntry resumed = moves.resume(office.no(), signing.id(), "期满", null, COORDINATOR);
        // Five working days stood still, from Monday to Friday; the weekend is nobody's.
        assertThat(resumed.currentDueOn()).isEqualTo("2026-03-11");
        assertThat(office.timers()).singleElement().satisfies(timer -> assertThat(
                        timer.getDuedate().toInstant())
                .isEqualTo(resumed.course().dueAt()));
        assertThat(dueOf("UserTask_SignFor")).isEqualTo("2026-03-11");
    }

    @Test
    void aClosedDeadlineIsNotMoved() {
        LedgerEntry limit = limit();
        ledger.voidDeadline(limit.key(), clock.instant());
        assertThatThrownBy(
                        () -> moves.extend(office.no(), limit.id(), LocalDate.of(2026, 4, 30), "x", null, COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经办结或取消");
    }

    private void sweep() {
        while (watch.sweep()) {
            // As the model's loop does.
        }
    }

    private List<LedgerEntry> entries() {
        return ledger.all(office.no());
    }

    private LedgerEntry limit() {
        return entries().stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .findFirst()
                .orElseThrow();
    }

    private LedgerEntry taskEntry() {
        return entries().stream()
                .filter(entry -> entry.rule().equals("UserTask_ReportDone") && entry.kind() == LedgerKind.TASK)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate dueOf(String element) {
        Task task = office.tasks(element).get(0);
        return LocalDate.ofInstant(task.getDueDate().toInstant(), Zones.CITY);
    }
}
