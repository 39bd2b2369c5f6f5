package org.duban.petition.process;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.deadline.SubjectKind;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.organisation.SignedIn;
import org.duban.petition.PetitionTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Letters' tasks as the engine gives them out to the person of this thread: its rights are the only ones. */
@Component
class PetitionEngineTasks implements PetitionTasks {

    private static final Set<String> BRANCHES = Set.of(
            "UserTask_SignForPetition",
            "UserTask_ArbitratePetition",
            "UserTask_AppointUnit",
            "UserTask_Investigate",
            "UserTask_SignFindings",
            "UserTask_SignRequest");
    private static final Set<String> LEADERS = Set.of("UserTask_CombineAnswer", "UserTask_ReportProgress");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity identity;
    private final SignedIn signedIn;

    PetitionEngineTasks(
            @Lazy TaskService tasks, @Lazy RuntimeService runtime, EngineIdentity identity, SignedIn signedIn) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.signedIn = signedIn;
    }

    @Override
    public Optional<OpenTask> visible(String taskId) {
        AtomicReference<Task> found = new AtomicReference<>();
        signedIn.username()
                .ifPresent(username -> identity.asPerson(
                        username,
                        () -> found.set(tasks.createTaskQuery().taskId(taskId).singleResult())));
        AtomicReference<OpenTask> open = new AtomicReference<>();
        if (found.get() != null) {
            identity.asApplication(() -> open.set(describe(found.get())));
        }
        return Optional.ofNullable(open.get()).filter(task -> SubjectKind.of(task.no()) == SubjectKind.PETITION);
    }

    private OpenTask describe(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                CaseNo.of(instance.getBusinessKey()),
                unit(task),
                task.getAssignee());
    }

    private String unit(Task task) {
        String element = task.getTaskDefinitionKey();
        if (BRANCHES.contains(element)) {
            return (String) tasks.getVariable(task.getId(), PetitionVariables.UNIT);
        }
        return LEADERS.contains(element) ? (String) tasks.getVariable(task.getId(), PetitionVariables.LEAD_UNIT) : null;
    }
}
