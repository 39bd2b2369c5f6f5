package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignRequest (单位负责人审签), of extension and suspension. */
@Component
class SignRequestListener implements TaskListener {

    private final RequestWork work;

    SignRequestListener(RequestWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        work.sign(task);
    }
}
