package org.duban.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.duban.DubanTest;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.LedgerEntry;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.launch.CityClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bridge between tasks and ledger, on models made for the purpose. */
@DubanTest
class TaskDueDateTest {

    private static final AtomicInteger SERIAL = new AtomicInteger(910000);
    private static final String DUE = "${taskDueDate.of(execution)}";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    DeadlineLedger ledger;

    @Autowired
    CityClock clock;

    private String deployment;

    @BeforeEach
    void sundayThatWorks() {
        clock.freezeAt(city("2025-09-28T10:00:00"));
    }

    @AfterEach
    void tidy() {
        repository.deleteDeployment(deployment, true);
        clock.reset();
    }

    @Test
    void aTaskIsDueAtCloseOfBusinessOfItsLedgerDay() {
        CaseNo caseNo = start(oneTask("UserTask_SignFor"), "WT2025");
        assertThat(task(caseNo).getDueDate().toInstant()).isEqualTo(city("2025-09-30T18:00:00"));
        assertThat(ledger.current(caseNo)).singleElement().satisfies(entry -> {
            assertThat(entry.rule()).isEqualTo("UserTask_SignFor");
            assertThat(entry.currentDueOn()).isEqualTo("2025-09-30");
        });
    }

    @Test
    void completingTheTaskMeetsItsDeadline() {
        CaseNo caseNo = start(oneTask("UserTask_SignFor"), "WT2025");
        clock.freezeAt(city("2025-09-29T15:00:00"));
        tasks.complete(task(caseNo).getId());
        assertThat(only(caseNo).metAt()).isEqualTo(city("2025-09-29T15:00:00"));
        assertThat(only(caseNo).missed(city("2026-01-01T00:00:00"))).isFalse();
    }

    @Test
    void aCancelledTaskVoidsItsDeadline() {
        CaseNo caseNo = start(oneTask("UserTask_SignFor"), "WT2025");
        runtime.deleteProcessInstance(task(caseNo).getProcessInstanceId(), "withdrawn", true);
        assertThat(only(caseNo).metAt()).isNull();
        assertThat(only(caseNo).voidedAt()).isEqualTo(city("2025-09-28T10:00:00"));
    }

    @Test
    void aTaskThatComesRoundAgainHasADeadlineOfItsOwn() {
        CaseNo caseNo = start(
                Bpmn.createExecutableProcess("TwoRounds")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask("UserTask_ReviewPlan")
                        .camundaDueDate(DUE)
                        .exclusiveGateway("Gateway_Again")
                        .condition("again", "${again}")
                        .connectTo("UserTask_ReviewPlan")
                        .moveToNode("Gateway_Again")
                        .condition("done", "${!again}")
                        .endEvent()
                        .done(),
                "WT2025");
        tasks.complete(task(caseNo).getId(), Map.of("again", true));
        clock.freezeAt(city("2025-10-09T10:00:00"));
        assertThat(ledger.all(caseNo)).hasSize(2);
        assertThat(ledger.current(caseNo)).hasSize(1);
        assertThat(ledger.all(caseNo)).extracting(LedgerEntry::key).doesNotHaveDuplicates();
    }

    @Test
    void everyBranchOfAMultiInstanceHasADeadlineOfItsOwn() {
        CaseNo caseNo = start(
                Bpmn.createExecutableProcess("Branches")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .subProcess("SubProcess_Rectify")
                        .multiInstance()
                        .parallel()
                        .cardinality("3")
                        .<SubProcessBuilder>multiInstanceDone()
                        .embeddedSubProcess()
                        .startEvent()
                        .userTask("UserTask_HeadSign")
                        .camundaDueDate(DUE)
                        .endEvent()
                        .subProcessDone()
                        .endEvent()
                        .done(),
                "WT2025");
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo.value())
                .list();
        assertThat(open).hasSize(3);
        assertThat(ledger.current(caseNo)).hasSize(3);
        tasks.complete(open.get(0).getId());
        assertThat(ledger.current(caseNo)).hasSize(2);
    }

    @Test
    void aBoundaryTimerAsksForTheSameDeadlineAsItsTask() {
        CaseNo caseNo = start(
                Bpmn.createExecutableProcess("Overdue")
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .userTask("UserTask_SignFor")
                        .camundaDueDate(DUE)
                        .boundaryEvent("Boundary_SigningOverdue")
                        .cancelActivity(false)
                        .timerWithDate(DUE)
                        .endEvent()
                        .moveToActivity("UserTask_SignFor")
                        .endEvent()
                        .done(),
                "WT2025");
        assertThat(ledger.all(caseNo)).hasSize(1);
        tasks.complete(task(caseNo).getId());
        assertThat(only(caseNo).metAt()).isNotNull();
    }

    @Test
    void theDayTheCaseSetsItselfComesFirst() {
        CaseNo caseNo = start(oneTask("UserTask_ReportDone"), "WT2024");
        assertThat(only(caseNo).currentDueOn()).isEqualTo(CardsOfJune.DUE);
        assertThat(only(caseNo).period().isGiven()).isTrue();
    }

    @Test
    void aCaseWithoutADayOfItsOwnHasFifteenCalendarDays() {
        CaseNo caseNo = start(oneTask("UserTask_ReportDone"), "WT2025");
        assertThat(only(caseNo).currentDueOn()).isEqualTo("2025-10-13");
    }

    @Test
    void anElementWithoutARuleStopsTheProcessInsteadOfGoingWithoutADueDate() {
        assertThatThrownBy(() -> start(oneTask("UserTask_NobodyKnows"), "WT2025"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("UserTask_NobodyKnows");
    }

    private CaseNo start(BpmnModelInstance model, String yearOfCases) {
        deployment = repository
                .createDeployment()
                .addModelInstance("deadline-test.bpmn", model)
                .deploy()
                .getId();
        CaseNo caseNo = CaseNo.of(yearOfCases + "-" + SERIAL.incrementAndGet());
        String key = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getKey();
        runtime.startProcessInstanceByKey(key, caseNo.value());
        return caseNo;
    }

    private static BpmnModelInstance oneTask(String element) {
        return Bpmn.createExecutableProcess("OneTask")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(element)
                .camundaDueDate(DUE)
                .endEvent()
                .done();
    }

    private Task task(CaseNo caseNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo.value())
                .singleResult();
    }

    private LedgerEntry only(CaseNo caseNo) {
        List<LedgerEntry> all = ledger.all(caseNo);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Instant city(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(Zones.CITY).toInstant();
    }
}
