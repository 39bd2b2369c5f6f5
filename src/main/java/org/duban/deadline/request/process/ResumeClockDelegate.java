package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.deadline.request.Resuming;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ResumeClock (恢复计时). */
@Component
class ResumeClockDelegate implements JavaDelegate {

    private final Resuming resuming;

    ResumeClockDelegate(Resuming resuming) {
        this.resuming = resuming;
    }

    @Override
    public void execute(DelegateExecution execution) {
        resuming.carryOut(RequestWork.request(execution));
    }
}
