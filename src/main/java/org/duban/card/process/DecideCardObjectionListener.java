package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.CardCommand;
import org.duban.card.Objecting;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DecideCardObjection (裁定异议). */
@Component
class DecideCardObjectionListener implements TaskListener {

    private final Objecting objecting;
    private final CardWork work;

    DecideCardObjectionListener(Objecting objecting, CardWork work) {
        this.objecting = objecting;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean upheld =
                objecting.decide(work.no(task), work.form(task, CardCommand.DecideObjection.class), work.leader());
        task.getExecution().setVariable(CardVariables.OBJECTION_UPHELD, upheld);
    }
}
