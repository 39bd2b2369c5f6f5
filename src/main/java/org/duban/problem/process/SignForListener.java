package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.SignFor;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignFor (签收). */
@Component
class SignForListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    SignForListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem = problems.signFor(work.no(task), work.form(task, SignFor.class), work.clerkOfLead(task));
        boolean signed = problem.state() == ProblemState.SIGNED;
        task.setVariable(ProblemVariables.SIGNED_FOR, signed);
        task.setVariable(ProblemVariables.RETURNS_CAPPED, !signed && problems.returnsCapped(problem));
        ProblemVariables.sentBack(task, !signed);
    }
}
