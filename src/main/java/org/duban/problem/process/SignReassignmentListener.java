package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.deadline.request.process.RequestWork;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignReassignment (单位负责人审签). */
@Component
class SignReassignmentListener implements TaskListener {

    private final RequestWork work;

    SignReassignmentListener(RequestWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        work.sign(task);
    }
}
