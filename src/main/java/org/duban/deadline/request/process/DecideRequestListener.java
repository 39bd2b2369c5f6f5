package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DecideRequest (审批延期、审批挂账). */
@Component
class DecideRequestListener implements TaskListener {

    private final RequestWork work;

    DecideRequestListener(RequestWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        work.decide(task, Role.COORDINATOR);
    }
}
