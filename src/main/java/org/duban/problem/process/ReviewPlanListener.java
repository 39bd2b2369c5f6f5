package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.ReviewPlan;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReviewPlan (审核方案). */
@Component
class ReviewPlanListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    ReviewPlanListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem = problems.reviewPlan(work.no(task), work.form(task, ReviewPlan.class), work.coordinator());
        boolean accepted = problem.state() != ProblemState.SIGNED;
        task.setVariable(ProblemVariables.PLAN_ACCEPTED, accepted);
        task.setVariable(ProblemVariables.STANDING, problem.state() == ProblemState.STANDING);
        ProblemVariables.sentBack(task, !accepted);
    }
}
