package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.ProblemCommand.MakePlan;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_MakePlan (制定方案). */
@Component
class MakePlanListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    MakePlanListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        problems.makePlan(work.no(task), work.form(task, MakePlan.class), work.clerkOfLead(task));
        ProblemVariables.sentBack(task, false);
    }
}
