package org.duban.card.process;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.card.CardTasks;
import org.duban.deadline.SubjectKind;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.CaseNo;
import org.duban.organisation.SignedIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine with the person's own rights, which are the only ones. */
@Component
class EngineCardTasks implements CardTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineIdentity identity;
    private final SignedIn signedIn;

    EngineCardTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, EngineIdentity identity, SignedIn signedIn) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.signedIn = signedIn;
    }

    @Override
    public Optional<CardTask> visible(String taskId) {
        AtomicReference<Task> found = new AtomicReference<>();
        signedIn.username()
                .ifPresent(username -> identity.asPerson(
                        username,
                        () -> found.set(tasks.createTaskQuery().taskId(taskId).singleResult())));
        AtomicReference<CardTask> open = new AtomicReference<>();
        if (found.get() != null) {
            identity.asApplication(() -> open.set(describe(found.get())));
        }
        return Optional.ofNullable(open.get());
    }

    /** Null for a task of another kind of case. */
    private CardTask describe(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        CaseNo no = CaseNo.of(instance.getBusinessKey());
        if (SubjectKind.of(no) != SubjectKind.CARD) {
            return null;
        }
        return new CardTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                no,
                task.getAssignee(),
                (Long) tasks.getVariable(task.getId(), CardVariables.CONSEQUENCE),
                Boolean.TRUE.equals(tasks.getVariable(task.getId(), CardVariables.SENT_BACK)));
    }
}
