package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DecideRequestByLeader (领导审批延期、领导审批挂账). */
@Component
class DecideRequestByLeaderListener implements TaskListener {

    private final RequestWork work;

    DecideRequestByLeaderListener(RequestWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        work.decide(task, Role.LEADER);
    }
}
