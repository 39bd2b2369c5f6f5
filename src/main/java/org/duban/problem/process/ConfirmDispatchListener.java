package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.ConfirmDispatch;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ConfirmDispatch (确认交办). */
@Component
class ConfirmDispatchListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    ConfirmDispatchListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem dispatched =
                problems.confirmDispatch(work.no(task), work.form(task, ConfirmDispatch.class), work.coordinator());
        task.setVariables(ProblemVariables.facts(dispatched));
        ProblemVariables.sentBack(task, false);
    }
}
