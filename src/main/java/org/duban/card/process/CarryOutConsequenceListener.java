package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.CardCommand;
import org.duban.card.Consequences;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CarryOutConsequence (落实后果). */
@Component
class CarryOutConsequenceListener implements TaskListener {

    private final Consequences consequences;
    private final CardWork work;

    CarryOutConsequenceListener(Consequences consequences, CardWork work) {
        this.consequences = consequences;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        long consequence = ((Number) task.getVariable(CardVariables.CONSEQUENCE)).longValue();
        consequences.carryOut(consequence, work.form(task, CardCommand.CarryOut.class), work.coordinator());
    }
}
