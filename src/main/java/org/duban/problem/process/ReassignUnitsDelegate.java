package org.duban.problem.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.deadline.request.process.RequestWork;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_ReassignUnits (改派单位). */
@Component
class ReassignUnitsDelegate implements JavaDelegate {

    private final RequestWork work;

    ReassignUnitsDelegate(RequestWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.carryOut(execution);
    }
}
