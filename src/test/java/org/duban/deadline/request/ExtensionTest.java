package org.duban.deadline.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.problem.Journey.CLERK;
import static org.duban.problem.Journey.COORDINATOR;
import static org.duban.problem.Journey.HEAD;
import static org.duban.problem.Journey.LEADER;
import static org.duban.problem.Journey.SUPERVISOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 延期 through {@code DeadlineExtension}, beside the work that goes on. */
@DubanTest
class ExtensionTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final LocalDate LIMIT = LocalDate.of(2026, 4, 30);
    private static final LocalDate LATER = LocalDate.of(2026, 5, 31);

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    Requests requests;

    @Autowired
    RequestDecisions decisions;

    @Autowired
    EngineIdentity identity;

    @Autowired
    People people;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private Petition petition;

    @BeforeEach
    void rectifying() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("EX" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        petition = new Petition(application, office);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void aGrantedExtensionMovesLimitTaskAndCaseAndKeepsTheOldDay() {
        DeadlineRequest asked = petition.extension(CLERK, petition.limit().id(), LATER);
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone", "UserTask_SignRequest");
        assertThat(office.as(HEAD).list()).contains("UserTask_SignRequest");
        office.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        assertThat(office.as(COORDINATOR).list()).containsExactly("UserTask_DecideRequest");
        office.as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants());

        LedgerEntry limit = petition.limit();
        assertThat(limit.originalDueOn()).isEqualTo(LIMIT);
        assertThat(limit.currentDueOn()).isEqualTo(LATER);
        assertThat(limit.course().extensions()).isEqualTo(1);
        assertThat(office.file().dueOn()).isEqualTo(LATER);
        assertThat(petition.task("UserTask_ReportDone").currentDueOn()).isEqualTo(LATER);
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
        assertThat(petition.again(asked).closedAt()).isNotNull();
        assertThat(ledger.explain(limit).lines())
                .anyMatch(line -> line.contains("延期：到期日由 2026-04-30 改为 2026-05-31") && line.contains("雨季无法清淤"));
    }

    @Test
    void whatIsRefusedMovesNothing() {
        DeadlineRequest asked = signed(LATER);
        office.as(COORDINATOR).does("UserTask_DecideRequest", Petition.refuses());
        assertThat(petition.again(asked).state()).isEqualTo(RequestState.REFUSED);
        assertThat(petition.limit().currentDueOn()).isEqualTo(LIMIT);
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
        assertThat(petition.offered(CLERK).extension().cap()).isEqualTo("第 1 次，共可 2 次");
    }

    @Test
    void theHeadsRefusalEndsItBeforeItLeavesTheUnit() {
        DeadlineRequest asked = petition.extension(CLERK, petition.limit().id(), LATER);
        office.as(HEAD).does("UserTask_SignRequest", "{\"decision\":\"return\",\"reason\":\"先抓紧办\"}");
        assertThat(petition.again(asked).state()).isEqualTo(RequestState.NOT_SIGNED);
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
    }

    @Test
    void lessThanWasAskedMayBeGranted() {
        signed(LATER);
        office.as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants(LocalDate.of(2026, 5, 15)));
        assertThat(petition.limit().currentDueOn()).isEqualTo("2026-05-15");
    }

    @Test
    void afterExpiryNothingIsAcceptedAndTheSentenceSaysWhy() {
        office.on("2026-05-01");
        String why = "期限已于 2026-04-30 到期，逾期不再受理延期申请";
        assertRefused(() -> petition.extension(CLERK, petition.limit().id(), LATER), why);
        assertThat(petition.offered(CLERK).extension().closed()).contains(why);
    }

    @Test
    void onTheDueDayItMayStillBeAsked() {
        office.at("2026-04-30T23:30");
        assertThat(petition.offered(CLERK).extension().open()).isTrue();
        petition.extension(CLERK, petition.limit().id(), LATER);
    }

    @Test
    void aDecisionAfterExpiryCountsAndIsKeptAsSuch() {
        DeadlineRequest asked = signed(LATER);
        office.on("2026-05-06").as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants());
        assertThat(petition.limit().currentDueOn()).isEqualTo(LATER);
        assertThat(petition.again(asked).decided().afterExpiry()).isTrue();
        assertThat(ledger.explain(petition.limit()).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.afterExpiry()).isTrue());
    }

    @Test
    void theSecondGoesToTheLeaderAndTheThirdIsNotAcceptedNamingTheCap() {
        signed(LATER);
        office.as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants());
        signed(LATER.plusDays(30));
        assertThat(office.as(COORDINATOR).list()).isEmpty();
        office.as(LEADER).does("UserTask_DecideRequestByLeader", Petition.grants());
        assertThat(petition.limit().currentDueOn()).isEqualTo(LATER.plusDays(30));
        assertRefused(
                () -> petition.extension(
                        CLERK,
                        petition.limit().id(),
                        petition.limit().currentDueOn().plusDays(1)),
                "已延期 2 次，次数已用完");
    }

    @Test
    void theDayLiesWithinTheCapAndAfterThePresentOne() {
        long limit = petition.limit().id();
        assertRefused(() -> petition.extension(CLERK, limit, LIMIT), "不晚于现在的到期日");
        assertRefused(() -> petition.extension(CLERK, limit, LIMIT.plusDays(61)), "最长 60 天，最晚到 2026-06-29");
        assertRefused(() -> petition.extension(CLERK, limit, null), "请填写希望延到的日期");
    }

    @Test
    void oneAtATime() {
        petition.extension(CLERK, petition.limit().id(), LATER);
        assertRefused(() -> petition.extension(CLERK, petition.limit().id(), LATER), "已有一件延期在办");
        assertThat(petition.offered(CLERK).extension().closed()).contains("待单位审签");
    }

    @Test
    void whoAskedNeitherSignsNorDecides() {
        people.save(
                List.of(new Person("asker350582", "庄双", UnitCode.of("350582"), Set.of(Role.CLERK, Role.HEAD), true)),
                "duban");
        petition.extension("asker350582", petition.limit().id(), LATER);
        assertRefused(() -> office.as("asker350582").does("UserTask_SignRequest", Petition.signs()), "不能由您本人审签");
        office.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        assertThat(office.waiting()).contains("UserTask_DecideRequest");
    }

    @Test
    void onlyTheUnitThatAnswersForTheDeadlineMayAsk() {
        for (String other : List.of(SUPERVISOR, "clerk350521", HEAD, COORDINATOR)) {
            assertRefused(() -> petition.extension(other, petition.limit().id(), LATER), "承办人申请");
        }
        assertThat(petition.offered(SUPERVISOR).extension().open()).isFalse();
    }

    @Test
    void theUnitTakesBackWhatNobodyHasDecided() {
        DeadlineRequest asked = signed(LATER);
        assertRefused(() -> petition.as("clerk350521", () -> requests.withdraw(office.no(), asked.id())), "不能撤回");
        petition.as(CLERK, () -> requests.withdraw(office.no(), asked.id()));
        office.runJobs();
        assertThat(petition.again(asked).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(office.waiting()).containsExactly("UserTask_ReportDone");
        assertRefused(() -> petition.as(CLERK, () -> requests.withdraw(office.no(), asked.id())), "不能再撤回");
    }

    @Test
    void aRequestWhoseTaskIsDoneMeanwhileEndsWithoutMovingAnything() {
        CaseDriver fresh = new CaseDriver(application)
                .register(CaseDriver.row("EX" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        fresh.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        Petition mine = new Petition(application, fresh);
        LedgerEntry plan = mine.task("UserTask_MakePlan");
        DeadlineRequest asked =
                mine.extension(CLERK, plan.id(), plan.currentDueOn().plusDays(5));
        fresh.as(CLERK).does("UserTask_MakePlan", TaskForms.plan(LIMIT));
        assertThat(mine.again(asked).state()).isEqualTo(RequestState.LAPSED);
        assertThat(mine.again(asked).note()).isEqualTo("期限已经办结");
        assertThat(fresh.waiting()).containsExactly("UserTask_ReviewPlan");
        assertThat(ledger.byId(plan.id()).orElseThrow().currentDueOn()).isEqualTo(plan.currentDueOn());
    }

    @Test
    void theTimeForAStepIsExtendedToo() {
        CaseDriver fresh = new CaseDriver(application)
                .register(CaseDriver.row("EX" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582"));
        fresh.as(CLERK).does("UserTask_SignFor", TaskForms.sign());
        Petition mine = new Petition(application, fresh);
        LedgerEntry plan = mine.task("UserTask_MakePlan");
        LocalDate wanted = plan.currentDueOn().plusDays(7);
        mine.extension(CLERK, plan.id(), wanted);
        fresh.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        fresh.as(COORDINATOR).does("UserTask_DecideRequest", Petition.grants());
        assertThat(mine.task("UserTask_MakePlan").currentDueOn()).isEqualTo(wanted);
        assertThat(fresh.tasks("UserTask_MakePlan").get(0).getDueDate().toInstant())
                .isEqualTo(mine.task("UserTask_MakePlan")
                        .taskDueAt(application.getBean(org.duban.deadline.OfficeHours.class)));
        assertThat(mine.limit().currentDueOn()).isEqualTo(LIMIT);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 4);
    }

    /** However a decision is repeated, at the desk or by the engine, the deadline moves once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRequestDecidedAgainAndAgainMovesOnce(long seed) {
        Random random = new Random(seed);
        DeadlineRequest asked = signed(LATER);
        for (int step = 0; step < 8; step++) {
            switch (random.nextInt(4)) {
                case 0 -> decideAtTheDesk(asked.id());
                case 1 -> requests.carryOut(asked.id());
                case 2 -> office.runJobs();
                default -> {
                    try {
                        requests.decide(
                                asked.id(), RequestCommand.Decide.grant("再批"), Actor.of("coordinator2", "协调员二"));
                    } catch (Refusal decidedAlready) {
                        assertThat(decidedAlready).hasMessageContaining("不能审批");
                    }
                }
            }
        }
        decideAtTheDesk(asked.id());
        office.runJobs();
        requests.carryOut(asked.id());
        assertThat(petition.limit().currentDueOn()).isEqualTo(LATER);
        assertThat(petition.limit().course().extensions()).isEqualTo(1);
        assertThat(ledger.explain(petition.limit()).changes()).hasSize(1);
    }

    private void decideAtTheDesk(long id) {
        petition.as(COORDINATOR, () -> decisions.decide(List.of(id), RequestCommand.Decide.grant("同意")));
    }

    private DeadlineRequest signed(LocalDate day) {
        DeadlineRequest asked = petition.extension(CLERK, petition.limit().id(), day);
        office.as(HEAD).does("UserTask_SignRequest", Petition.signs());
        return asked;
    }

    static void assertRefused(ThrowingCallable step, String sentence) {
        assertThatThrownBy(step)
                .satisfiesAnyOf(
                        refused ->
                                assertThat(refused).isInstanceOf(Refusal.class).hasMessageContaining(sentence),
                        refused -> assertThat(refused)
                                .hasRootCauseInstanceOf(Refusal.class)
                                .rootCause()
                                .hasMessageContaining(sentence));
    }
}
