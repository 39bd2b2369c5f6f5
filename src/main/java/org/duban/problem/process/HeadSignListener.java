package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.ProblemCommand.HeadSign;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_HeadSign (单位负责人审签). */
@Component
class HeadSignListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    HeadSignListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        HeadSign command = work.form(task, HeadSign.class);
        problems.headSign(work.no(task), work.branchUnit(task), command, work.headOfBranch(task));
        boolean signed = command.decision() == HeadSign.Choice.SIGN;
        // Local: every responsible unit has a branch of its own.
        task.getExecution().setVariableLocal(ProblemVariables.HEAD_SIGNED, signed);
        task.getExecution().setVariableLocal(ProblemVariables.SENT_BACK, !signed);
    }
}
