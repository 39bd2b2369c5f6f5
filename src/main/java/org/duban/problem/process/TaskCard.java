package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts on the task itself what Tasklist shows and filters on. The engine lets a clerk read the variables of the unit's
 * tasks only, not those of the process, so that without this copy the list would show bare step names.
 */
@Component
class TaskCard {

    @EventListener(condition = "#task.eventName == 'create'")
    public void show(DelegateTask task) {
        if (!(task.getVariable(ProblemVariables.CASE_NO) instanceof String no)) {
            return;
        }
        task.setVariableLocal(
                ProblemVariables.CASE, ProblemVariables.card(no, task.getVariable(ProblemVariables.CASE_TITLE)));
        if (Boolean.TRUE.equals(task.getVariable(ProblemVariables.SENT_BACK))) {
            task.setVariableLocal(ProblemVariables.CAME_BACK, true);
        }
    }
}
