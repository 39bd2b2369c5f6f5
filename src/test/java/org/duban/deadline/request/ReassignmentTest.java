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
import org.duban.deadline.LedgerEntry;
import org.duban.launch.CityClock;
import org.duban.problem.CaseDriver;
import org.duban.problem.Deadline;
import org.duban.problem.Journey;
import org.duban.problem.ProblemState;
import org.duban.problem.TaskForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 改派 through {@code ProblemReassignment}: other units take the work over, the limit stays. */
@DubanTest
class ReassignmentTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final LocalDate LIMIT = LocalDate.of(2026, 12, 31);

    @Autowired
    ApplicationContext application;

    @Autowired
    CityClock clock;

    private CaseDriver office;
    private Petition petition;

    @BeforeEach
    void rectifying() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application, CaseDriver.row("RE" + SERIAL.incrementAndGet(), Deadline.on(LIMIT), "350582", "350583"));
        petition = new Petition(application, office);
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void anotherUnitGetsANewTaskAndTheOldOneLosesTheCase() {
        LedgerEntry before = petition.limit();
        petition.reassignment(CLERK, "350583");
        office.as(HEAD).does("UserTask_SignReassignment", Petition.signs());
        office.as(COORDINATOR).does("UserTask_DecideReassignment", Petition.grants());

        assertThat(office.state()).isEqualTo(ProblemState.DISPATCHED);
        assertThat(office.file().leadUnit().code()).isEqualTo("350583");
        assertThat(office.as("clerk350583").list()).containsExactly("UserTask_SignFor");
        assertThat(office.as(CLERK).list()).isEmpty();
        LedgerEntry after = petition.limit();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.currentDueOn()).isEqualTo(LIMIT);
        assertThat(after.isOpen()).isTrue();
    }

    @Test
    void theNewUnitsWorkStartsAfreshThoughOneHadReported() {
        office.as("clerk350583").reportsDone();
        office.as("head350583").does("UserTask_HeadSign", TaskForms.headSigns());
        petition.reassignment(COORDINATOR, "350583");
        office.as("coordinator2").does("UserTask_DecideReassignment", Petition.grants());
        office.as("clerk350583").does("UserTask_SignFor", TaskForms.sign());
        office.as("clerk350583")
                .does("UserTask_MakePlan", TaskForms.plan(office.today().plusDays(10)));
        office.as(COORDINATOR).does("UserTask_ReviewPlan", TaskForms.accept());
        office.as("clerk350583").reportsDone();
        assertThat(office.waiting()).containsExactly("UserTask_HeadSign");
    }

    @Test
    void aCoordinatorNeedsNoSignatureButAnotherPairOfEyes() {
        petition.reassignment(COORDINATOR, "350581");
        assertThat(office.waiting())
                .contains("UserTask_DecideReassignment")
                .doesNotContain("UserTask_SignReassignment");
        assertRefused(() -> office.as(COORDINATOR).does("UserTask_DecideReassignment", Petition.grants()), "不能由您本人审批");
        office.as("coordinator2").does("UserTask_DecideReassignment", Petition.grants());
        assertThat(office.file().leadUnit().code()).isEqualTo("350581");
    }

    @Test
    void beyondTheCapTheLeaderDecides() {
        handOver("350583", "clerk350583");
        handOver("350582", CLERK);
        DeadlineRequest third = petition.reassignment(COORDINATOR, "350583");
        assertThat(third.cap().approver()).isEqualTo(Approver.LEADER);
        office.as(LEADER).does("UserTask_DecideReassignmentByLeader", Petition.grants());
        assertThat(office.file().leadUnit().code()).isEqualTo("350583");
    }

    @Test
    void whatTheOldUnitAskedForFallsAwayWithTheCase() {
        DeadlineRequest extension = petition.extension(CLERK, petition.limit().id(), LIMIT.plusDays(10));
        handOver("350583", "clerk350583");
        assertThat(petition.again(extension).state()).isEqualTo(RequestState.LAPSED);
        assertThat(office.waiting()).doesNotContain("UserTask_SignRequest", "UserTask_DecideRequest");
    }

    @Test
    void beforeSigningItIsReturnedAndAfterTheReportItIsTooLate() {
        CaseDriver fresh = new CaseDriver(application)
                .register(CaseDriver.row("RE" + SERIAL.incrementAndGet(), Deadline.on(LIMIT)));
        Petition mine = new Petition(application, fresh);
        assertRefused(() -> mine.reassignment(CLERK, "350583"), "请在签收任务中退单");

        CaseDriver done =
                Journey.rectifying(application, CaseDriver.row("RE" + SERIAL.incrementAndGet(), Deadline.on(LIMIT)));
        Petition late = new Petition(application, done);
        DeadlineRequest asked = late.reassignment(CLERK, "350583");
        Journey.reported(done);
        assertThat(late.again(asked).state()).isEqualTo(RequestState.LAPSED);
        assertThat(done.waiting()).containsExactly("UserTask_CheckPreliminarily");
    }

    private void handOver(String to, String clerk) {
        petition.reassignment(COORDINATOR, to);
        office.as("coordinator2").does("UserTask_DecideReassignment", Petition.grants());
        office.as(clerk).does("UserTask_SignFor", TaskForms.sign());
    }
}
