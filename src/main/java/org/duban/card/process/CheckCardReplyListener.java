package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Answering;
import org.duban.card.Card;
import org.duban.card.CardCommand;
import org.duban.card.CardState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CheckCardReply (核查答复). */
@Component
class CheckCardReplyListener implements TaskListener {

    private final Answering answering;
    private final CardWork work;

    CheckCardReplyListener(Answering answering, CardWork work) {
        this.answering = answering;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Card card =
                answering.checkReply(work.no(task), work.form(task, CardCommand.CheckReply.class), work.coordinator());
        CardWork.answer(task, CardVariables.REPLY_PASSED, card.state() == CardState.PASSED);
        CardWork.answer(task, CardVariables.RED_PROPOSED, card.state() == CardState.PROPOSED);
        CardWork.answer(task, CardVariables.NOTICE_SIGNED, true);
        CardWork.sentBack(task, card.state().awaitsReply());
    }
}
