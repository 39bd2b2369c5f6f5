package org.duban.notice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.notice.Messages;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ReleaseMessages (发出消息). */
@Component
class ReleaseMessagesDelegate implements JavaDelegate {

    private final Messages messages;

    ReleaseMessagesDelegate(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.release();
    }
}
