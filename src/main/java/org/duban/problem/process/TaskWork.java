package org.duban.problem.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.engine.TaskForm;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** What every listener of a problem's tasks needs: the case, the command filed, and who acts in which role. */
@Component
class TaskWork {

    private final TaskForm forms;
    private final CurrentActor actor;

    TaskWork(TaskForm forms, CurrentActor actor) {
        this.forms = forms;
        this.actor = actor;
    }

    CaseNo no(DelegateTask task) {
        return CaseNo.of(task.getExecution().getProcessBusinessKey());
    }

    <T> T form(DelegateTask task, Class<T> command) {
        return forms.read(task, command);
    }

    /** The responsible unit of this branch. */
    UnitCode branchUnit(DelegateTask task) {
        return UnitCode.of((String) task.getVariable(ProblemVariables.UNIT));
    }

    Actor clerkOfLead(DelegateTask task) {
        return inUnit(Role.CLERK, task, ProblemVariables.LEAD_UNIT);
    }

    Actor headOfLead(DelegateTask task) {
        return inUnit(Role.HEAD, task, ProblemVariables.LEAD_UNIT);
    }

    Actor supervisor(DelegateTask task) {
        return inUnit(Role.CLERK, task, ProblemVariables.SUPERVISING_UNIT);
    }

    Actor clerkOfBranch(DelegateTask task) {
        return inUnit(Role.CLERK, task, ProblemVariables.UNIT);
    }

    Actor headOfBranch(DelegateTask task) {
        return inUnit(Role.HEAD, task, ProblemVariables.UNIT);
    }

    Actor coordinator() {
        return actor.actingAs(Role.COORDINATOR, null);
    }

    Actor leader() {
        return actor.actingAs(Role.LEADER, null);
    }

    private Actor inUnit(Role role, DelegateTask task, String variable) {
        return actor.actingAs(
                role,
                UnitCode.of(
                        Optional.ofNullable((String) task.getVariable(variable)).orElseThrow()));
    }
}
