package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.problem.Journey.HEAD;
import static org.duban.problem.Journey.SUPERVISOR;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.desk.CaseItem;
import org.duban.desk.Ledger;
import org.duban.engine.EngineIdentity;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** 立行立改: the limit asks for evidence in time; how long others take to check it makes nobody late. */
@DubanTest
class ImmediateLimitTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    ApplicationContext application;

    @Autowired
    DeadlineLedger deadlines;

    @Autowired
    Ledger ledger;

    @Autowired
    EngineIdentity identity;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void rectifying() {
        new CaseDriver(application).on("2026-03-02");
        office = Journey.rectifying(
                application,
                CaseDriver.row("IM" + SERIAL.incrementAndGet(), Deadline.immediate(null), "350582", "350583"));
        assertThat(office.file().dueOn()).isEqualTo("2026-03-17");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void theLimitIsMetWhenTheLastHeadHasSigned() {
        office.on("2026-03-16");
        reportsIn();
        assertThat(office.state()).isEqualTo(ProblemState.REPORTED);
        assertThat(limits()).singleElement().satisfies(limit -> assertThat(limit.metAt())
                .isEqualTo(clock.instant()));
    }

    @Test
    void oneOfTwoReportsIsNotEnough() {
        office.as("clerk350583").reportsDone();
        office.as("head350583").does("UserTask_HeadSign", TaskForms.headSigns());
        assertThat(limits()).singleElement().satisfies(limit -> assertThat(limit.metAt())
                .isNull());
        office.on("2026-03-18");
        assertThat(office.file().overdue()).isTrue();
    }

    @Test
    void whoWaitsForOthersChecksIsNotLate() {
        office.on("2026-03-16");
        reportsIn();
        office.on("2026-04-20");
        assertThat(office.file().overdue()).isFalse();
        assertThat(office.file().daysLeft()).isNull();
        assertThat(line().overdue()).isFalse();
        assertThat(line().timeLeft()).isEqualTo("按期报出，待核查");
        office.as(HEAD).does("UserTask_CheckPreliminarily", TaskForms.checkPreliminarily(true, office.today()));
        office.as(SUPERVISOR).does("UserTask_Verify", TaskForms.verify(office.today()));
        assertThat(line().overdue()).isFalse();
        assertThat(line().timeLeft()).isEqualTo("按期完成整改");
    }

    @Test
    void evidenceThatCameTooLateStaysLate() {
        office.on("2026-03-20");
        reportsIn();
        assertThat(office.file().overdue()).isFalse();
        assertThat(line().timeLeft()).isEqualTo("逾期报出，待核查");
        assertThat(limits()).singleElement().satisfies(limit -> assertThat(limit.missed(clock.instant()))
                .isTrue());
    }

    @Test
    void aFailedCheckOpensTheLimitAgain() {
        reportsIn();
        office.as(HEAD).does("UserTask_CheckPreliminarily", TaskForms.checkPreliminarily(false, office.today()));
        assertThat(limits()).hasSize(2);
        assertThat(limits().get(1).isOpen()).isTrue();
        assertThat(limits().get(1).currentDueOn()).isEqualTo("2026-03-17");
        office.on("2026-03-18");
        assertThat(office.file().overdue()).isTrue();
        assertThat(line().overdue()).isTrue();
    }

    @Test
    void aFailedVerificationOpensItToo() {
        reportsIn();
        office.as(HEAD).does("UserTask_CheckPreliminarily", TaskForms.checkPreliminarily(true, office.today()));
        office.as(SUPERVISOR)
                .does("UserTask_Verify", TaskForms.verify(office.today(), Criterion.EFFECT_MEETS_STANDARD));
        assertThat(limits()).hasSize(2);
        assertThat(limits().get(1).isOpen()).isTrue();
    }

    private void reportsIn() {
        for (String unit : List.of("350582", "350583")) {
            office.as("clerk" + unit).reportsDone();
            office.as("head" + unit).does("UserTask_HeadSign", TaskForms.headSigns());
        }
    }

    private List<LedgerEntry> limits() {
        return deadlines.all(office.no()).stream()
                .filter(entry -> entry.kind() == LedgerKind.SUBJECT)
                .toList();
    }

    private CaseItem line() {
        CaseItem[] line = new CaseItem[1];
        identity.asPerson("coordinator", () -> line[0] = ledger.line(office.no().value()));
        return line[0];
    }
}
