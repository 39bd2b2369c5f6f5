package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.problem.ProblemService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_RegisterRelapse (登记反弹). */
@Component
class RegisterRelapseDelegate implements JavaDelegate {

    private final ProblemService problems;

    RegisterRelapseDelegate(ProblemService problems) {
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        problems.registerRelapse(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
