package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.card.Answering;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_RecordReplyMissed (记录逾期未答复). */
@Component
class RecordReplyMissedDelegate implements JavaDelegate {

    private final Answering answering;

    RecordReplyMissedDelegate(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNo no = CaseNo.of(execution.getProcessBusinessKey());
        execution.setVariable(CardVariables.RED_PROPOSED, answering.replyMissed(no));
        execution.setVariable(CardVariables.NOTICE_SIGNED, answering.signed(no));
    }
}
