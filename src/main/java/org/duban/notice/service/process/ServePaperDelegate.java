package org.duban.notice.service.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.notice.service.Dispatch;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ServePaper (送达文书). */
@Component
class ServePaperDelegate implements JavaDelegate {

    private final Dispatch dispatch;
    private final DeliveryRetries retries;

    ServePaperDelegate(Dispatch dispatch, DeliveryRetries retries) {
        this.dispatch = dispatch;
        this.retries = retries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dispatch.send((Long) execution.getVariable(CamundaDeliveryFlow.DELIVERY), retries.last(execution));
    }
}
