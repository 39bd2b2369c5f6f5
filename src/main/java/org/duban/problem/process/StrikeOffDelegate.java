package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_StrikeOff (销号备案). */
@Component
class StrikeOffDelegate implements JavaDelegate {

    private final ProblemService problems;

    StrikeOffDelegate(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        problems.fileStrikeOff(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
