package org.duban.card.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.engine.TaskForm;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** What every listener of a card's tasks needs: the card, the command filed, and who acts in which role. */
@Component
class CardWork {

    private final TaskForm forms;
    private final CurrentActor actor;

    CardWork(TaskForm forms, CurrentActor actor) {
        this.forms = forms;
        this.actor = actor;
    }

    CaseNo no(DelegateTask task) {
        return CaseNo.of(task.getExecution().getProcessBusinessKey());
    }

    <T> T form(DelegateTask task, Class<T> command) {
        return forms.read(task, command);
    }

    Actor coordinator() {
        return actor.actingAs(Role.COORDINATOR, null);
    }

    Actor leader() {
        return actor.actingAs(Role.LEADER, null);
    }

    /** The clerk of the unit that is warned. */
    Actor clerk(DelegateTask task) {
        return actor.actingAs(Role.CLERK, UnitCode.of((String) task.getVariable(CardVariables.UNIT)));
    }

    /** Answers a question of the model, for the whole process. */
    static void answer(DelegateTask task, String variable, boolean yes) {
        DelegateExecution execution = task.getExecution();
        if (!Objects.equals(execution.getVariable(variable), yes)) {
            execution.setVariable(variable, yes);
        }
    }

    /** Whether the next task comes back with reasons. */
    static void sentBack(DelegateTask task, boolean back) {
        answer(task, CardVariables.SENT_BACK, back);
    }
}
