package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: Catch_NoticePeriodOver (公示期满), when the timer has fired. */
@Component
class NoticePeriodOverListener implements ExecutionListener {

    private final ProblemService problems;

    NoticePeriodOverListener(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public void notify(DelegateExecution execution) {
        problems.endPublicNotice(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
