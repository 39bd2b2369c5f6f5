package org.duban.evidence;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Component;

/** Cases with one open task for one unit, numbered like letters so that they meet no other test's cases. */
@Component("evidenceTestLetters")
class Letters implements CaseVisibility {

    private static final AtomicInteger SERIAL = new AtomicInteger(880_000);

    private final Map<CaseNo, Set<UnitCode>> units = new ConcurrentHashMap<>();
    private final Access access;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity engine;

    Letters(
            Access access,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            EngineIdentity engine) {
        this.access = access;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
    }

    /** The open task of a new case that only that unit works on and sees. */
    Task handedTo(String unit) {
        deployOnce();
        CaseNo no = CaseNo.of("XF2026-" + SERIAL.incrementAndGet());
        units.put(no, Set.of(UnitCode.of(unit)));
        Task[] open = new Task[1];
        engine.asApplication(() -> {
            var instance =
                    runtime.startProcessInstanceByKey("EvidenceTestLetter", no.value(), Map.of("leadUnit", unit));
            open[0] =
                    tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        });
        return open[0];
    }

    CaseNo caseOf(Task task) {
        CaseNo[] no = new CaseNo[1];
        engine.asApplication(() -> no[0] = CaseNo.of(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey()));
        return no[0];
    }

    @Override
    public boolean maySee(CaseNo caseNo) {
        return access.sees(units.getOrDefault(caseNo, Set.of()));
    }

    private synchronized void deployOnce() {
        engine.asApplication(() -> {
            if (repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("EvidenceTestLetter")
                            .count()
                    == 0) {
                repository
                        .createDeployment()
                        .addModelInstance(
                                "letter.bpmn",
                                Bpmn.createExecutableProcess("EvidenceTestLetter")
                                        .camundaHistoryTimeToLiveString("P1D")
                                        .startEvent()
                                        .userTask("UserTask_Answer")
                                        .camundaCandidateGroups("unit${leadUnit}")
                                        .userTask("UserTask_After")
                                        .camundaCandidateGroups("unit${leadUnit}")
                                        .endEvent()
                                        .done())
                        .deploy();
            }
        });
    }
}
