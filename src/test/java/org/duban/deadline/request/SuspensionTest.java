package org.duban.deadline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.deadline.request.ExtensionTest.assertRefused;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.HEAD;
import static org.duban.problem.Journey.LEADER;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.DeadlineWatch;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.kernel.Actor;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 挂账 through {@code DeadlineSuspension}: the clock stands still and runs on. */
@DubanTest
class SuspensionTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final LocalDate LIMIT = LocalDate.of(2026, 4, 30);

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    DeadlineMoves moves;

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Resuming resuming;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private Petition petition;

    @BeforeEach
    void rectifying() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("SU" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        petition = new Petition(application, office);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void theLeaderStopsTheClockAndItRunsOnByItselfWhenTheTimeIsOver() {
        DeadlineRequest asked = suspended(LocalDate.of(2026, 3, 31));
        LedgerEntry limit = petition.limit();
        assertThat(limit.course().suspendedOn()).isEqualTo("2026-03-02");
        assertThat(limit.course().suspendedUntil()).isEqualTo("2026-03-31");
        assertThat(petition.task("UserTask_ReportDone").course().suspended()).isTrue();
        assertThat(standing().currentDueOn()).isEqualTo("2026-03-31");
        assertThat(office.timers()).hasSize(1);

        office.fireNextTimer();
        assertThat(office.today()).isEqualTo("2026-04-01");
        limit = petition.limit();
        assertThat(limit.course().suspended()).isFalse();
        assertThat(limit.currentDueOn()).isEqualTo(LIMIT.plusDays(30));
        assertThat(office.file().dueOn()).isEqualTo(LIMIT.plusDays(30));
        assertThat(standing().metAt()).isNotNull();
        assertThat(petition.again(asked).closedAt()).isNotNull();
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
    }

    @Test
    void whileItStandsStillNothingIsLateAndNobodyIsReminded() {
        suspended(LocalDate.of(2026, 8, 20));
        office.on("2026-06-01");
        while (watch.sweep()) {}
        LedgerEntry limit = petition.limit();
        assertThat(limit.missed(clock.instant())).isFalse();
        assertThat(ledger.explain(limit).steps()).isEmpty();
        assertRefused(() -> petition.extension(CLERK, limit.id(), LocalDate.of(2026, 12, 1)), "正在挂账");
    }

    @Test
    void theOfficeOrTheUnitLetsItRunOnEarly() {
        DeadlineRequest asked = suspended(LocalDate.of(2026, 3, 31));
        office.on("2026-03-12");
        assertRefused(() -> petition.as("clerk350521", () -> resuming.early(office.no(), asked.id(), "x")), "不能提前恢复");
        assertRefused(() -> petition.as(COORDINATOR, () -> resuming.early(office.no(), asked.id(), " ")), "请填写提前恢复的理由");
        petition.as(COORDINATOR, () -> resuming.early(office.no(), asked.id(), "诉讼已经结案"));
        office.runJobs();
        assertThat(petition.limit().currentDueOn()).isEqualTo(LIMIT.plusDays(10));
        assertThat(ledger.explain(petition.limit()).lines()).anyMatch(line -> line.contains("提前恢复：诉讼已经结案"));
        assertThat(office.timers()).isEmpty();
        assertRefused(() -> petition.as(CLERK, () -> resuming.early(office.no(), asked.id(), "再来")), "没有在停止计时");
    }

    @Test
    void aTimerThatFiresTwiceActsOnce() {
        DeadlineRequest asked = suspended(LocalDate.of(2026, 3, 31));
        office.on("2026-04-01");
        resuming.carryOut(asked.id());
        resuming.carryOut(asked.id());
        office.fireDueTimers();
        assertThat(petition.limit().currentDueOn()).isEqualTo(LIMIT.plusDays(30));
        assertThat(ledger.explain(petition.limit()).changes()).hasSize(2);
    }

    @Test
    void whatIsDoneWhileItStandsStillEndsTheSuspension() {
        DeadlineRequest asked = suspended(LocalDate.of(2026, 3, 31));
        Journey.inNotice(office);
        assertThat(petition.limit().metAt()).isNotNull();
        assertThat(petition.again(asked).closedAt()).isNotNull();
        assertThat(petition.again(asked).state()).isEqualTo(RequestState.GRANTED);
        assertThat(standing().voidedAt()).isNotNull();
        assertThat(office.timers()).as("only the public notice's").hasSize(1);
    }

    @Test
    void aReasonAnEndAndACapAreNeeded() {
        long limit = petition.limit().id();
        assertRefused(() -> petition.suspension(CLERK, limit, null), "必须有明确的期限");
        assertRefused(() -> petition.suspension(CLERK, limit, office.today().plusDays(181)), "最长 180 天");
        assertRefused(() -> petition.suspension(CLERK, limit, office.today()), "应晚于今天");
    }

    @Test
    void stepsAreNotSuspendedAndTheRuleSaysSo() {
        CaseDriver fresh = new CaseDriver(application)
                .register(CaseDriver.row("SU" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        Petition mine = new Petition(application, fresh);
        assertRefused(
                () -> mine.suspension(CLERK, mine.task("UserTask_SignFor").id(), LocalDate.of(2026, 3, 20)),
                "办理环节的期限不挂账");
    }

    @Test
    void aPeriodOfWorkingDaysGetsBackWorkingDaysOnly() {
        CaseDriver fresh = new CaseDriver(application)
                .register(CaseDriver.row("SU" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        fresh.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        LedgerEntry plan = new Petition(application, fresh).task("UserTask_MakePlan");
        assertThat(plan.currentDueOn()).isEqualTo("2026-03-16");
        Actor by = Actor.of("leader", "领导");
        // Friday to Monday: four days passed, two of them worked.
        fresh.on("2026-03-06");
        moves.suspend(fresh.no(), plan.id(), LocalDate.of(2026, 3, 31), "停工", null, by);
        fresh.on("2026-03-10");
        assertThat(moves.resume(fresh.no(), plan.id(), "复工", null, by).currentDueOn())
                .isEqualTo("2026-03-18");
    }

    private DeadlineRequest suspended(LocalDate until) {
        DeadlineRequest asked = petition.suspension(CLERK, petition.limit().id(), until);
        office.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        office.as(LEADER).does("UserTask_DecideRequestByLeader", Petition.grants());
        return asked;
    }

    private LedgerEntry standing() {
        return ledger.all(office.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUSPENSION)
                .findFirst()
                .orElseThrow();
    }
}
