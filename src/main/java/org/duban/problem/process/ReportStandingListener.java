package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.problem.ProblemCommand.ReportStanding;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReportStanding (报告坚持情况). */
@Component
class ReportStandingListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;

    ReportStandingListener(ProblemService problems, TaskWork work) {
        this.problems = problems;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        problems.reportStanding(work.no(task), work.form(task, ReportStanding.class), work.clerkOfLead(task));
        ProblemVariables.sentBack(task, false);
    }
}
