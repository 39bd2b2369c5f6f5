package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.card.LiftingOff;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_LiftCard (解除警示并送达). */
@Component
class LiftCardDelegate implements JavaDelegate {

    private final LiftingOff liftingOff;

    LiftCardDelegate(LiftingOff liftingOff) {
        this.liftingOff = liftingOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        liftingOff.lift(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
