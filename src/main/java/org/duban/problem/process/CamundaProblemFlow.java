package org.duban.problem.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.engine.EngineBatch;
import org.duban.engine.EngineIdentity;
import org.duban.problem.Problem;
import org.duban.problem.ProblemFlow;
import org.duban.problem.ProblemMessages;
import org.duban.problem.ProblemState;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The problem's process in the engine. It works as the application: what may be done was decided in the domain, and
 * nobody but Duban starts or moves these processes.
 */
@Component
class CamundaProblemFlow implements ProblemFlow {

    private static final String PROCESS = "ProblemRectification";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final EngineBatch batch;

    CamundaProblemFlow(
            @Lazy RuntimeService runtime, @Lazy TaskService tasks, EngineIdentity identity, EngineBatch batch) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.batch = batch;
    }

    @Override
    public void startAll(List<Problem> problems) {
        batch.together(() -> problems.forEach(this::start));
    }

    @Override
    public void start(Problem problem) {
        Map<String, Object> variables = ProblemVariables.facts(problem);
        variables.put(ProblemVariables.DISPATCH_COMPLETE, problem.state() == ProblemState.DISPATCHED);
        variables.put(ProblemVariables.SENT_BACK, false);
        identity.asApplication(
                () -> runtime.startProcessInstanceByKey(PROCESS, problem.no().value(), variables));
    }

    @Override
    public void dispatchAnew(Problem problem) {
        identity.asApplication(() -> instances(problem)
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "改派单位，重新交办", false)));
        start(problem);
    }

    @Override
    public void lookBackAgain(Problem problem) {
        Map<String, Object> variables = ProblemVariables.facts(problem);
        variables.put(ProblemVariables.SENT_BACK, false);
        identity.asApplication(() -> runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(problem.no().value())
                .setVariables(variables)
                .startBeforeActivity("UserTask_LookBack")
                .execute());
    }

    @Override
    public void factsChanged(Problem problem) {
        String card =
                ProblemVariables.card(problem.no().value(), problem.listing().title());
        identity.asApplication(() -> {
            instances(problem)
                    .forEach(instance -> runtime.setVariables(instance.getId(), ProblemVariables.facts(problem)));
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(problem.no().value())
                    .list()
                    .forEach(task -> tasks.setVariableLocal(task.getId(), ProblemVariables.CASE, card));
        });
    }

    private List<ProcessInstance> instances(Problem problem) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(problem.no().value())
                .list();
    }

    @Override
    public boolean objectionReceived(Problem problem) {
        AtomicBoolean received = new AtomicBoolean();
        identity.asApplication(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(problem.no().value())
                    .messageEventSubscriptionName(ProblemMessages.OBJECTION_RECEIVED)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(ProblemMessages.OBJECTION_RECEIVED, waiting.getId());
                received.set(true);
            }
        });
        return received.get();
    }
}
