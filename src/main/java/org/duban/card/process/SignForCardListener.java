package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Answering;
import org.duban.card.CardCommand;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignForCard (签收警示通知书). */
@Component
class SignForCardListener implements TaskListener {

    private final Answering answering;
    private final CardWork work;

    SignForCardListener(Answering answering, CardWork work) {
        this.answering = answering;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        answering.signFor(work.no(task), work.form(task, CardCommand.SignFor.class), work.clerk(task));
    }
}
