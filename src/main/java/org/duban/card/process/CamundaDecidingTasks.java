package org.duban.card.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.card.CardCommand;
import org.duban.card.DecidingTasks;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.SignedIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completes the tasks as the person who decides, with that person's rights. */
@Component
class CamundaDecidingTasks implements DecidingTasks {

    private final TaskService tasks;
    private final EngineIdentity identity;
    private final SignedIn signedIn;
    private final ObjectMapper json;

    CamundaDecidingTasks(@Lazy TaskService tasks, EngineIdentity identity, SignedIn signedIn, ObjectMapper json) {
        this.tasks = tasks;
        this.identity = identity;
        this.signedIn = signedIn;
        this.json = json;
    }

    @Override
    public void review(CaseNo no, CardCommand.Review command) {
        complete(no, "UserTask_ReviewCard", "审核", command);
    }

    @Override
    public void approve(CaseNo no, CardCommand.Approve command) {
        complete(no, "UserTask_ApproveCard", "审批", command);
    }

    private void complete(CaseNo no, String element, String step, CardCommand command) {
        AtomicReference<Task> task = new AtomicReference<>();
        identity.asApplication(() -> task.set(tasks.createTaskQuery()
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(element)
                .singleResult()));
        if (task.get() == null) {
            throw new Refusal("警示 " + no + " 的" + step + "任务还没有送到或已经办结，请刷新列表。");
        }
        identity.asPerson(
                signedIn.username().orElseThrow(),
                () -> tasks.complete(task.get().getId(), Map.of(TaskForm.VARIABLE, write(command))));
    }

    private String write(CardCommand command) {
        try {
            return json.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
