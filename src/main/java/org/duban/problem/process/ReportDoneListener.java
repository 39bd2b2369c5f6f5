package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.evidence.EvidenceService;
import org.duban.problem.ProblemCommand.ReportDone;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReportDone (申报完成). The evidence is what was handed in with the task. */
@Component
class ReportDoneListener implements TaskListener {

    private final ProblemService problems;
    private final TaskWork work;
    private final EvidenceService evidence;

    ReportDoneListener(ProblemService problems, TaskWork work, EvidenceService evidence) {
        this.problems = problems;
        this.work = work;
        this.evidence = evidence;
    }

    @Override
    public void notify(DelegateTask task) {
        ReportDone command = work.form(task, ReportDone.class);
        int pieces = evidence.byTask(task.getId()).size();
        problems.reportDone(work.no(task), work.branchUnit(task), command, pieces, work.clerkOfBranch(task));
        task.getExecution().setVariableLocal(ProblemVariables.SENT_BACK, false);
    }
}
