package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.card.Answering;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_RecordCardUnsigned (记录逾期未签收). */
@Component
class RecordCardUnsignedDelegate implements JavaDelegate {

    private final Answering answering;

    RecordCardUnsignedDelegate(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answering.recordUnsigned(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
