package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the case's number and title beside each task, where Tasklist shows them in the list. The engine lets a candidate
 * group read a task's own variables but not those of its process, which belong to the whole case.
 */
@Component
class TaskCaption {

    @EventListener(condition = "#task.eventName == 'create'")
    public void created(DelegateTask task) {
        copy(task, ProblemVariables.CASE_NO);
        copy(task, ProblemVariables.CASE_TITLE);
    }

    private static void copy(DelegateTask task, String variable) {
        Object value = task.getVariable(variable);
        if (value != null) {
            task.setVariableLocal(variable, value);
        }
    }
}
