package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.RequestCommand;
import org.duban.deadline.request.RequestState;
import org.duban.deadline.request.Requests;
import org.duban.engine.TaskForm;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** What the listeners and delegates of all three approvals have in common: one translated call each. */
@Component
public class RequestWork {

    private final Requests requests;
    private final TaskForm forms;
    private final CurrentActor actor;

    RequestWork(Requests requests, TaskForm forms, CurrentActor actor) {
        this.requests = requests;
        this.forms = forms;
        this.actor = actor;
    }

    /** Which request the process is about. */
    public static long request(VariableScope scope) {
        return ((Number) scope.getVariable(RequestVariables.REQUEST)).longValue();
    }

    /** 单位负责人审签. */
    public void sign(DelegateTask task) {
        UnitCode unit = UnitCode.of((String) task.getVariable(RequestVariables.UNIT));
        DeadlineRequest signed = requests.sign(
                request(task), forms.read(task, RequestCommand.Sign.class), actor.actingAs(Role.HEAD, unit));
        answer(task, RequestVariables.SIGNED, signed.state() == RequestState.SIGNED);
    }

    /** 审批. */
    public void decide(DelegateTask task, Role role) {
        DeadlineRequest decided = requests.decide(
                request(task), forms.read(task, RequestCommand.Decide.class), actor.actingAs(role, null));
        answer(task, RequestVariables.GRANTED, decided.state() == RequestState.GRANTED);
    }

    /** Does what was granted. */
    public void carryOut(DelegateExecution execution) {
        execution.setVariable(RequestVariables.CARRIED_OUT, requests.carryOut(request(execution)));
    }

    private static void answer(DelegateTask task, String variable, boolean yes) {
        task.getExecution().setVariable(variable, yes);
    }
}
