package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.LookBack;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_LookBack (回头看). */
@Component
class LookBackListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    LookBackListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem = problems.lookBack(work.no(task), work.form(task, LookBack.class), work.coordinator());
        task.setVariable(ProblemVariables.RELAPSED, problem.state() != ProblemState.CLOSED);
    }
}
