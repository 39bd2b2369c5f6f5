package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.card.Issuing;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ResumeYellow (黄牌继续). */
@Component
class ResumeYellowDelegate implements JavaDelegate {

    private final Issuing issuing;

    ResumeYellowDelegate(Issuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean signed = issuing.resume(CaseNo.of(execution.getProcessBusinessKey()));
        execution.setVariable(CardVariables.NOTICE_SIGNED, signed);
        execution.setVariable(CardVariables.RED_PROPOSED, false);
    }
}
