package org.duban.petition.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.duban.engine.EngineBatch;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand;
import org.duban.petition.PetitionFlow;
import org.duban.petition.PetitionMessages;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The letter's process in the engine. It works as the application: what may be done was decided in the domain. Only a
 * form that is filed for somebody is filed as that person, who then stands in the engine's history too.
 */
@Component
class CamundaPetitionFlow implements PetitionFlow {

    private static final String PROCESS = "PetitionDispatch";
    private static final String DISPATCH = "UserTask_DispatchPetition";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final EngineIdentity identity;
    private final EngineBatch batch;
    private final ObjectMapper json;

    CamundaPetitionFlow(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management,
            EngineIdentity identity,
            EngineBatch batch,
            ObjectMapper json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public void startAll(List<Petition> petitions) {
        batch.together(() -> petitions.forEach(this::start));
    }

    private void start(Petition petition) {
        Map<String, Object> variables = PetitionVariables.facts(petition);
        variables.put(PetitionVariables.ANOTHER_ROUND, false);
        variables.put(PetitionVariables.SENT_BACK, false);
        identity.asApplication(
                () -> runtime.startProcessInstanceByKey(PROCESS, petition.no().value(), variables));
    }

    @Override
    public void fileDispatch(Petition petition, PetitionCommand.Dispatch command, Actor by) {
        String task = dispatchTask(petition.no());
        byte[] form = bytes(command);
        identity.asPerson(
                by.username(),
                () -> tasks.complete(
                        task,
                        Variables.createVariables()
                                .putValueTyped(TaskForm.VARIABLE, Variables.byteArrayValue(form, true))));
    }

    private String dispatchTask(CaseNo no) {
        StringBuilder found = new StringBuilder();
        identity.asApplication(() -> tasks
                .createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(no.value())
                .taskDefinitionKey(DISPATCH)
                .list()
                .stream()
                .findFirst()
                .map(Task::getId)
                .ifPresent(found::append));
        if (found.isEmpty()) {
            throw new Refusal("信访件 " + no + " 现在不在“查重转办”环节，可能刚刚有人办理，请刷新后再看。");
        }
        return found.toString();
    }

    private byte[] bytes(PetitionCommand.Dispatch command) {
        try {
            return json.writeValueAsBytes(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void factsChanged(Petition petition) {
        String card =
                PetitionVariables.card(petition.no().value(), petition.letter().title());
        identity.asApplication(() -> {
            instances(petition.no())
                    .forEach(instance -> runtime.setVariables(instance.getId(), PetitionVariables.facts(petition)));
            tasks.createTaskQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(petition.no().value())
                    .list()
                    .forEach(task -> tasks.setVariableLocal(task.getId(), PetitionVariables.CASE, card));
        });
    }

    @Override
    public void folded(Petition petition) {
        tell(petition.no(), PetitionMessages.FOLDED);
    }

    @Override
    public void splitOff(Petition petition) {
        if (tell(petition.no(), PetitionMessages.SPLIT_OFF)) {
            factsChanged(petition);
        }
    }

    @Override
    public void mainLetterPassed(Petition petition) {
        factsChanged(petition);
        tell(petition.no(), PetitionMessages.MAIN_LETTER_PASSED);
    }

    private List<ProcessInstance> instances(CaseNo no) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(no.value())
                .list();
    }

    /** Whether the letter's process has left one of these tasks and not yet arrived anywhere. */
    boolean onItsWay(CaseNo no, String... from) {
        AtomicBoolean moving = new AtomicBoolean();
        identity.asApplication(() -> moving.set(instances(no).stream().anyMatch(instance -> Stream.of(from)
                .anyMatch(task -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(task)
                                .count()
                        > 0))));
        return moving.get();
    }

    /** Hands a fact to the process where it waits for it; answers whether it did. */
    boolean tell(CaseNo no, String message) {
        AtomicBoolean received = new AtomicBoolean();
        identity.asApplication(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(no.value())
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(message, waiting.getId());
                received.set(true);
            }
        });
        return received.get();
    }
}
