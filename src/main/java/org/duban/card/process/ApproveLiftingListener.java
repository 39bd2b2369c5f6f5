package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Card;
import org.duban.card.CardCommand;
import org.duban.card.CardState;
import org.duban.card.LiftingOff;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ApproveLifting (审批摘牌). */
@Component
class ApproveLiftingListener implements TaskListener {

    private final LiftingOff liftingOff;
    private final CardWork work;

    ApproveLiftingListener(LiftingOff liftingOff, CardWork work) {
        this.liftingOff = liftingOff;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Card card = liftingOff.approve(work.no(task), work.form(task, CardCommand.ApproveLifting.class), work.leader());
        boolean approved = card.state() == CardState.LIFTING_APPROVED;
        CardWork.answer(task, CardVariables.LIFTING_APPROVED, approved);
        CardWork.answer(task, CardVariables.RED_PROPOSED, false);
        CardWork.sentBack(task, !approved);
    }
}
