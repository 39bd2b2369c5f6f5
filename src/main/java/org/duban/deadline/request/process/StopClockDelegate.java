package org.duban.deadline.request.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_StopClock (停止计时). */
@Component
class StopClockDelegate implements JavaDelegate {

    private final RequestWork work;

    StopClockDelegate(RequestWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.carryOut(execution);
    }
}
