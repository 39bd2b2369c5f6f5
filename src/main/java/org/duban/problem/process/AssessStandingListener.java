package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.AssessStanding;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_AssessStanding (评估坚持情况). */
@Component
class AssessStandingListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    AssessStandingListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem =
                problems.assessStanding(work.no(task), work.form(task, AssessStanding.class), work.supervisor(task));
        task.setVariable(ProblemVariables.STANDING, problem.state() == ProblemState.STANDING);
    }
}
