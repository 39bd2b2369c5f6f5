package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.Verify;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_Verify (核查验收). */
@Component
class VerifyListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    VerifyListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem = problems.verify(work.no(task), work.form(task, Verify.class), work.supervisor(task));
        boolean met = problem.state() == ProblemState.PUBLIC_NOTICE;
        task.setVariable(ProblemVariables.CRITERIA_MET, met);
        ProblemVariables.sentBack(task, !met);
    }
}
