package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_OpenPublicNotice (发布公示). */
@Component
class OpenPublicNoticeDelegate implements JavaDelegate {

    private final ProblemService problems;

    OpenPublicNoticeDelegate(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        problems.openPublicNotice(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
