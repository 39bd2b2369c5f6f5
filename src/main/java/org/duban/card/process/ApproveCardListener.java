package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Card;
import org.duban.card.CardCommand;
import org.duban.card.CardState;
import org.duban.card.Deciding;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ApproveCard (审批发牌). */
@Component
class ApproveCardListener implements TaskListener {

    private final Deciding deciding;
    private final CardWork work;

    ApproveCardListener(Deciding deciding, CardWork work) {
        this.deciding = deciding;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Card card = deciding.approve(work.no(task), work.form(task, CardCommand.Approve.class), work.leader());
        boolean returned = card.state() == CardState.PROPOSED;
        CardWork.answer(task, CardVariables.CARD_RETURNED, returned);
        CardWork.answer(task, CardVariables.CARD_GRANTED, card.state() == CardState.APPROVED);
        CardWork.answer(task, CardVariables.YELLOW_IN_FORCE, card.open() && card.level() > 0);
        CardWork.sentBack(task, returned);
    }
}
