package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_RecordSigningOverdue (记录签收超期). */
@Component
class RecordSigningOverdueDelegate implements JavaDelegate {

    private final ProblemService problems;

    RecordSigningOverdueDelegate(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        problems.recordSigningOverdue(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
