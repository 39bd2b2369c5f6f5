package org.duban.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.kernel.Actor;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.launch.CityClock;
import org.duban.problem.Registered.FieldChange;
import org.duban.problem.Registered.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Rows of lists become problems once, and a newer list changes exactly what it says differently. */
@DubanTest
class RegistrationTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Deadline LIMIT = Deadline.on(LocalDate.of(2026, 12, 31));
    private static final Actor COORDINATOR = Actor.of("coordinator", "协调员");

    @Autowired
    ApplicationContext application;

    @Autowired
    ProblemService problems;

    @Autowired
    Problems files;

    @Autowired
    CityClock clock;

    private CaseDriver office;

    @BeforeEach
    void monday() {
        office = new CaseDriver(application).on("2026-03-02");
    }

    @AfterEach
    void restoreClock() {
        clock.reset();
    }

    @Test
    void aRowThatComesAgainIsNotRegisteredTwice() {
        NewProblem row = row();
        Registered first = problems.register(row, COORDINATOR);
        Registered again = problems.register(row, COORDINATOR);
        assertThat(first.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(again).isEqualTo(new Registered(first.no(), Outcome.EXISTING, List.of()));
        assertThat(problems.update(first.no(), row, COORDINATOR).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void rowsRegisteredTogetherAnswerInTheirOrder() {
        NewProblem known = row();
        Registered first = problems.register(known, COORDINATOR);
        List<Registered> answers = problems.registerAll(List.of(row(), known, row()), COORDINATOR);
        assertThat(answers)
                .extracting(Registered::outcome)
                .containsExactly(Outcome.CREATED, Outcome.EXISTING, Outcome.CREATED);
        assertThat(answers.get(1).no()).isEqualTo(first.no());
        assertThat(office.take(answers.get(2).no()).waiting()).containsExactly("UserTask_SignFor");
    }

    @Test
    void oneSerialTwiceInOneGoNamesTheSerial() {
        NewProblem row = row();
        NewProblem twin = with(row, row.title() + "(重)", row.leadUnit(), row.deadline());
        assertThatThrownBy(() -> problems.registerAll(List.of(row, twin), COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(row.listSerial());
    }

    @Test
    void twoImportsOfOneFileAtOnceCreateEachProblemOnce() throws Exception {
        List<NewProblem> rows = IntStream.range(0, 20).mapToObj(i -> row()).toList();
        Callable<List<Registered>> load = () -> problems.registerAll(rows, COORDINATOR);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Registered> answers = new ArrayList<>();
            for (Future<List<Registered>> future : two.invokeAll(List.of(load, load))) {
                answers.addAll(future.get());
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.outcome() == Outcome.CREATED)
                    .hasSize(20);
            assertThat(answers.stream().map(Registered::no).distinct()).hasSize(20);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void anEditedTextIsWrittenAndShownInTheTaskList() {
        NewProblem row = row();
        office.take(problems.register(row, COORDINATOR).no());
        NewProblem edited = with(row, "晋江市梅溪河段水质仍不稳定", row.leadUnit(), row.deadline());
        Registered answer = problems.update(office.no(), edited, COORDINATOR);
        assertThat(answer.changes()).containsExactly(new FieldChange("title", row.title(), edited.title()));
        assertThat(office.file().title()).isEqualTo(edited.title());
        assertThat(office.variable("caseTitle")).isEqualTo(edited.title());
        assertThat(problems.update(office.no(), edited, COORDINATOR).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void anotherLeadUnitBeforeThePlanGetsANewTask() {
        NewProblem row = row();
        office.take(problems.register(row, COORDINATOR).no());
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.sign());
        problems.update(office.no(), with(row, row.title(), UnitCode.of("350583"), row.deadline()), COORDINATOR);
        office.runJobs();
        assertThat(office.state()).isEqualTo(ProblemState.DISPATCHED);
        assertThat(office.as(Journey.CLERK).list()).isEmpty();
        assertThat(office.as("clerk350583").list()).containsExactly("UserTask_SignFor");
    }

    @Test
    void afterThePlanTheListMayNotMoveUnitsOrLimit() {
        NewProblem row = row();
        office = Journey.planned(application, row);
        NewProblem later = with(row, row.title(), row.leadUnit(), Deadline.on(LocalDate.of(2027, 6, 30)));
        assertThatThrownBy(() -> problems.update(office.no(), later, COORDINATOR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("整改时限")
                .hasMessageContaining("方案待审");
        assertThat(files.listed(List.of(row.key())).get(row.key()).changes(later))
                .singleElement()
                .extracting(FieldChange::field)
                .isEqualTo("deadline");
    }

    @Test
    void theSameFileAfterAReassignmentChangesNothing() {
        NewProblem row = row();
        office.take(problems.register(row, COORDINATOR).no());
        office.as(Journey.CLERK).does("UserTask_SignFor", TaskForms.giveBack("点位在南安市境内"));
        office.as(Journey.COORDINATOR).does("UserTask_ArbitrateReturn", TaskForms.reassign("350583"));
        assertThat(problems.update(office.no(), row, COORDINATOR).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(office.file().leadUnit().code()).isEqualTo("350583");
    }

    @Test
    void serialsStartAnewEachYear() {
        office.on("2088-01-02");
        assertThat(problems.register(row(), COORDINATOR).no().value()).isEqualTo("WT2088-000001");
        assertThat(problems.register(row(), COORDINATOR).no().value()).isEqualTo("WT2088-000002");
        assertThat(problems.registerAll(List.of(row(), row()), COORDINATOR))
                .extracting(answer -> answer.no().value())
                .containsExactly("WT2088-000003", "WT2088-000004");
    }

    private static NewProblem row() {
        return CaseDriver.row("R" + SERIAL.incrementAndGet(), LIMIT);
    }

    private static NewProblem with(NewProblem row, String title, UnitCode lead, Deadline deadline) {
        return new NewProblem(
                row.source(),
                row.listRegion(),
                row.listSerial(),
                row.listName(),
                title,
                row.description(),
                row.pollutionTypes(),
                row.site(),
                row.risk(),
                lead,
                row.responsibleUnits(),
                row.supervisingUnit(),
                deadline,
                row.goal(),
                row.measuresText());
    }
}
