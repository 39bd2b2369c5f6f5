package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.Problem;
import org.duban.problem.ProblemCommand.ApproveStrikeOff;
import org.duban.problem.ProblemService;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ApproveStrikeOff (销号审批). */
@Component
class ApproveStrikeOffListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    ApproveStrikeOffListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Problem problem =
                problems.approveStrikeOff(work.no(task), work.form(task, ApproveStrikeOff.class), work.leader());
        boolean approved = problem.state() == ProblemState.STRUCK_OFF;
        task.setVariable(ProblemVariables.STRIKE_OFF_APPROVED, approved);
        ProblemVariables.sentBack(task, !approved);
    }
}
