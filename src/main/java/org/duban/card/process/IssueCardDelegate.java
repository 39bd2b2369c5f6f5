package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.card.Issuing;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_IssueCard (签发送达警示通知书). */
@Component
class IssueCardDelegate implements JavaDelegate {

    private final Issuing issuing;

    IssueCardDelegate(Issuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean issued = issuing.issue(CaseNo.of(execution.getProcessBusinessKey()));
        execution.setVariable(CardVariables.CARD_ISSUED, issued);
        if (issued) {
            execution.setVariable(CardVariables.NOTICE_SIGNED, false);
            execution.setVariable(CardVariables.RED_PROPOSED, false);
        }
    }
}
