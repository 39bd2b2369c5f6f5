package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.CheckPreliminarily;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CheckPreliminarily (初验). */
@Component
class CheckPreliminarilyListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    CheckPreliminarilyListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem = problems.checkPreliminarily(
                work.no(task), work.form(task, CheckPreliminarily.class), work.headOfLead(task));
        boolean passed = problem.state() == ProblemState.CHECKED;
        task.setVariable(ProblemVariables.PRELIMINARY_PASSED, passed);
        ProblemVariables.sentBack(task, !passed);
    }
}
