package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ExtendDeadline (变更期限). */
@Component
class ExtendDeadlineDelegate implements JavaDelegate {

    private final RequestWork work;

    ExtendDeadlineDelegate(RequestWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.carryOut(execution);
    }
}
