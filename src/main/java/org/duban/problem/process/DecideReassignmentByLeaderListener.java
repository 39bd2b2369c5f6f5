package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.deadline.request.process.RequestWork;
import org.duban.organisation.Role;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DecideReassignmentByLeader (领导审批改派). */
@Component
class DecideReassignmentByLeaderListener implements TaskListener {

    private final RequestWork work;

    DecideReassignmentByLeaderListener(RequestWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        work.decide(task, Role.LEADER);
    }
}
