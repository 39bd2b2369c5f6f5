package org.duban.round.process;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.SignedIn;
import org.duban.round.RoundTasks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine with the person's own rights, which are the only ones. */
@Component
class EngineRoundTasks implements RoundTasks {

    private static final String ELEMENT = "UserTask_ReportRound";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity identity;
    private final SignedIn signedIn;

    EngineRoundTasks(
            @Lazy TaskService tasks, @Lazy RuntimeService runtime, EngineIdentity identity, SignedIn signedIn) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.signedIn = signedIn;
    }

    @Override
    public Optional<RoundTask> visible(String taskId) {
        AtomicReference<Task> found = new AtomicReference<>();
        signedIn.username()
                .ifPresent(username -> identity.asPerson(
                        username,
                        () -> found.set(tasks.createTaskQuery()
                                .taskId(taskId)
                                .taskDefinitionKey(ELEMENT)
                                .singleResult())));
        AtomicReference<RoundTask> open = new AtomicReference<>();
        if (found.get() != null) {
            identity.asApplication(() -> open.set(describe(found.get())));
        }
        return Optional.ofNullable(open.get());
    }

    private RoundTask describe(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new RoundTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                CaseNo.of(instance.getBusinessKey()),
                UnitCode.of((String) tasks.getVariable(task.getId(), RoundVariables.UNIT)),
                task.getAssignee());
    }
}
