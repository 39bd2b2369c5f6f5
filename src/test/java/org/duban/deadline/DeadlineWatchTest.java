package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The watch on deadlines of its own, which belong to no case the city knows: middle priority, held by a unit. */
@DubanTest
class DeadlineWatchTest {

    private static final AtomicInteger SERIAL = new AtomicInteger(930000);

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    OfficeHours hours;

    @Autowired
    CityClock clock;

    private CaseNo caseNo;

    @BeforeEach
    void aCaseOfItsOwn() {
        caseNo = CaseNo.of("WT2026-" + SERIAL.incrementAndGet());
        at("2026-03-02T09:00");
    }

    @AfterEach
    void clockRunsOn() {
        clock.reset();
    }

    @Test
    void theLadderIsClimbedStepByStep() {
        LedgerEntry limit = limit("2026-05-29");
        assertThat(after(limit, "2026-04-28T23:00")).isEmpty();
        assertThat(after(limit, "2026-04-29T08:00")).containsExactly(LadderAction.REMIND);
        assertThat(after(limit, "2026-05-22T08:00"))
                .endsWith(LadderAction.REMIND)
                .hasSize(2);
        assertThat(after(limit, "2026-05-26T08:00")).endsWith(LadderAction.REMIND_HEAD);
        assertThat(after(limit, "2026-05-29T08:00")).endsWith(LadderAction.DUE_TODAY);
        assertThat(after(limit, "2026-05-29T23:59")).endsWith(LadderAction.DUE_TODAY);
        assertThat(after(limit, "2026-05-30T00:00")).endsWith(LadderAction.OVERDUE);
        assertThat(after(limit, "2026-06-03T08:00")).endsWith(LadderAction.PROPOSE_YELLOW);
        assertThat(after(limit, "2026-06-29T08:00"))
                .containsExactly(
                        LadderAction.REMIND,
                        LadderAction.REMIND,
                        LadderAction.REMIND_HEAD,
                        LadderAction.DUE_TODAY,
                        LadderAction.OVERDUE,
                        LadderAction.PROPOSE_YELLOW,
                        LadderAction.PROPOSE_RED);
        assertThat(after(limit, "2026-12-01T08:00")).hasSize(7);
        assertThat(open(limit).course().checkpointAt()).isAfter(clock.instant());
    }

    @Test
    void remindersComeBeforeADayOffAndProposalsAfterIt() {
        // Due on Monday 2026-10-12: three days before it is a Friday, seven days before it the holiday of 1 to 7
        // October.
        LedgerEntry limit = limit("2026-10-12");
        at("2026-09-12T09:00");
        sweep();
        assertThat(open(limit).course().checkpointAt()).isEqualTo(city("2026-09-30T08:00"));
        // Due on Saturday 2026-05-30: the yellow proposal of five days over falls on Thursday 2026-06-04.
        at("2026-03-02T09:00");
        LedgerEntry other = limit("2026-05-30");
        assertThat(after(other, "2026-06-04T07:59")).endsWith(LadderAction.OVERDUE);
        assertThat(after(other, "2026-06-04T08:00")).endsWith(LadderAction.PROPOSE_YELLOW);
    }

    @Test
    void aRungActsOnceHoweverOftenItIsSwept() {
        LedgerEntry limit = limit("2026-03-31");
        assertThat(after(limit, "2026-04-01T08:00")).hasSize(1);
        sweep();
        sweep();
        assertThat(taken(limit)).containsExactly(LadderAction.OVERDUE);
    }

    @Test
    void afterDaysOfDowntimeWhatMattersIsMadeUpForAndRemindersAreNot() {
        LedgerEntry limit = limit("2026-03-31");
        assertThat(after(limit, "2026-05-08T03:00"))
                .containsExactly(LadderAction.OVERDUE, LadderAction.PROPOSE_YELLOW, LadderAction.PROPOSE_RED);
    }

    @Test
    void whatIsOpenedLateIsNotRemindedOfDaysThatWereOverBefore() {
        at("2026-03-30T09:00");
        LedgerEntry limit = limit("2026-04-01");
        assertThat(after(limit, "2026-03-31T08:00")).isEmpty();
        assertThat(after(limit, "2026-04-01T08:00")).containsExactly(LadderAction.DUE_TODAY);
    }

    @Test
    void aStepKeepsTheRuleAndTheVersionItWasTakenBy() {
        LedgerEntry limit = limit("2026-03-31");
        after(limit, "2026-04-05T08:00");
        LadderStep last = steps(limit).get(steps(limit).size() - 1);
        assertThat(last.rule()).startsWith("Rule_Limit");
        assertThat(last.decision()).startsWith("EscalationLadder:");
        assertThat(ledger.explain(open(limit)).steps()).contains(last);
    }

    @Test
    void metOrVoidedIsNotLookedAtAgain() {
        LedgerEntry limit = limit("2026-03-31");
        ledger.meet(limit.key(), clock.instant());
        assertThat(after(limit, "2026-06-01T08:00")).isEmpty();
        assertThat(open(limit).course().checkpointAt()).isNull();
    }

    @Test
    void twoNodesSweepingAtOnceActOnce() throws Exception {
        List<LedgerEntry> limits = IntStream.range(0, 150)
                .mapToObj(number -> ledger.openUntil(
                        caseNo,
                        LedgerKind.SUBJECT,
                        caseNo + "/both/" + number,
                        "UserTask_ReportDone",
                        LocalDate.now(clock),
                        LocalDate.of(2026, 3, 31)))
                .toList();
        at("2026-04-01T08:00");
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            together.await();
            while (watch.sweep()) {
                // As the model's loop does.
            }
            return true;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> swept : nodes.invokeAll(List.of(node, node))) {
                assertThat(swept.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }
        sweep();
        assertThat(limits).allSatisfy(limit -> assertThat(taken(limit)).containsExactly(LadderAction.OVERDUE));
    }

    @Test
    void theOfficesOwnLateStepsAreSaidAgainEveryWeek() {
        LedgerEntry task = ledger.open(Opening.counted(
                        caseNo, LedgerKind.TASK, caseNo + "/office", "UserTask_ReviewPlan", LocalDate.of(2026, 3, 2))
                .heldBy("coordinator"));
        assertThat(task.currentDueOn()).isEqualTo("2026-03-05");
        for (int day = 0; day < 30; day++) {
            clock.freezeAt(hours.opening(LocalDate.of(2026, 3, 3).plusDays(day)));
            sweep();
        }
        assertThat(taken(task))
                .startsWith(LadderAction.DUE_TODAY, LadderAction.OVERDUE, LadderAction.REMIND_HEAD)
                .filteredOn(LadderAction.REMIND_HEAD::equals)
                .hasSize(4);
    }

    private LedgerEntry limit(String due) {
        return ledger.openUntil(
                caseNo,
                LedgerKind.SUBJECT,
                caseNo + "/" + due,
                "UserTask_ReportDone",
                LocalDate.now(clock),
                LocalDate.parse(due));
    }

    private List<LadderAction> after(LedgerEntry limit, String moment) {
        at(moment);
        sweep();
        return taken(limit);
    }

    private void sweep() {
        while (watch.sweep()) {
            // As the model's loop does.
        }
    }

    private List<LadderAction> taken(LedgerEntry limit) {
        return steps(limit).stream().map(LadderStep::action).toList();
    }

    private List<LadderStep> steps(LedgerEntry limit) {
        return ledger.explain(open(limit)).steps();
    }

    private LedgerEntry open(LedgerEntry limit) {
        return ledger.byId(limit.id()).orElseThrow();
    }

    private void at(String moment) {
        clock.freezeAt(city(moment));
    }

    private static Instant city(String moment) {
        return LocalDateTime.parse(moment).atZone(Zones.CITY).toInstant();
    }
}
