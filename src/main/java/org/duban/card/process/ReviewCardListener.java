package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Card;
import org.duban.card.CardCommand;
import org.duban.card.CardState;
import org.duban.card.Deciding;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReviewCard (审核发牌建议). */
@Component
class ReviewCardListener implements TaskListener {

    private final Deciding deciding;
    private final CardWork work;

    ReviewCardListener(Deciding deciding, CardWork work) {
        this.deciding = deciding;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Card card = deciding.review(work.no(task), work.form(task, CardCommand.Review.class), work.coordinator());
        CardWork.answer(task, CardVariables.CARD_KEPT, card.state() == CardState.REVIEWED);
        CardWork.answer(task, CardVariables.CARD_GRANTED, false);
        CardWork.answer(task, CardVariables.YELLOW_IN_FORCE, card.open() && card.level() > 0);
        CardWork.sentBack(task, false);
    }
}
