package org.duban.deadline.request.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.duban.deadline.request.Approver;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.RequestCommand;
import org.duban.deadline.request.RequestFlow;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.RequestMessages;
import org.duban.engine.EngineIdentity;
import org.duban.engine.TaskForm;
import org.duban.kernel.Refusal;
import org.duban.organisation.SignedIn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The approvals in the engine, one process for each request, beside the case's own. */
@Component
class CamundaRequestFlow implements RequestFlow {

    private static final Map<RequestKind, String> PROCESSES = Map.of(
            RequestKind.EXTENSION, "DeadlineExtension",
            RequestKind.SUSPENSION, "DeadlineSuspension",
            RequestKind.REASSIGNMENT, "ProblemReassignment");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final SignedIn signedIn;
    private final ObjectMapper json;

    CamundaRequestFlow(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            EngineIdentity identity,
            SignedIn signedIn,
            ObjectMapper json) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.signedIn = signedIn;
        this.json = json;
    }

    @Override
    public void start(DeadlineRequest request, String caseTitle) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(RequestVariables.REQUEST, request.id());
        variables.put(RequestVariables.CASE_NO, request.caseNo().value());
        variables.put(RequestVariables.CASE_TITLE, caseTitle);
        variables.put(
                RequestVariables.UNIT,
                request.unit() == null ? null : request.unit().value());
        variables.put(RequestVariables.UNIT_ASKED, request.unit() != null);
        variables.put(RequestVariables.BY_LEADER, request.cap().approver() == Approver.LEADER);
        variables.put(RequestVariables.GRANTED, false);
        identity.asApplication(() -> runtime.startProcessInstanceByKey(
                PROCESSES.get(request.kind()), request.caseNo().value(), variables));
    }

    @Override
    public void withdrawn(DeadlineRequest request) {
        tell(request, RequestMessages.WITHDRAWN);
    }

    @Override
    public void lapsed(DeadlineRequest request) {
        tell(request, RequestMessages.LAPSED);
    }

    @Override
    public boolean resumptionDecided(DeadlineRequest request) {
        return tell(request, RequestMessages.RESUMPTION_DECIDED);
    }

    private boolean tell(DeadlineRequest request, String message) {
        AtomicReference<Execution> waiting = new AtomicReference<>();
        identity.asApplication(() -> instances(request).stream()
                .flatMap(instance -> runtime
                        .createExecutionQuery()
                        .processInstanceId(instance.getId())
                        .messageEventSubscriptionName(message)
                        .list()
                        .stream())
                .findFirst()
                .ifPresent(execution -> {
                    waiting.set(execution);
                    runtime.messageEventReceived(message, execution.getId());
                }));
        return waiting.get() != null;
    }

    @Override
    public void decide(DeadlineRequest request, RequestCommand.Decide decision) {
        AtomicReference<Task> task = new AtomicReference<>();
        identity.asApplication(() -> instances(request).stream()
                .flatMap(instance -> tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .findFirst()
                .ifPresent(task::set));
        if (task.get() == null) {
            throw new Refusal("这件申请的审批任务还没有送到或已经办结，请刷新列表。");
        }
        identity.asPerson(
                signedIn.username().orElseThrow(),
                () -> tasks.complete(task.get().getId(), Map.of(TaskForm.VARIABLE, form(decision))));
    }

    private String form(RequestCommand.Decide decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ProcessInstance> instances(DeadlineRequest request) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.caseNo().value())
                .processDefinitionKey(PROCESSES.get(request.kind()))
                .variableValueEquals(RequestVariables.REQUEST, request.id())
                .list();
    }
}
