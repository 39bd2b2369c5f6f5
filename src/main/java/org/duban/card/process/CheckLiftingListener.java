package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.Card;
import org.duban.card.CardCommand;
import org.duban.card.CardState;
import org.duban.card.LiftingOff;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CheckLifting (现场核查). */
@Component
class CheckLiftingListener implements TaskListener {

    private final LiftingOff liftingOff;
    private final CardWork work;

    CheckLiftingListener(LiftingOff liftingOff, CardWork work) {
        this.liftingOff = liftingOff;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Card card =
                liftingOff.checkSite(work.no(task), work.form(task, CardCommand.CheckSite.class), work.coordinator());
        boolean passed = card.state() == CardState.LIFTING_CHECKED;
        CardWork.answer(task, CardVariables.SITE_PASSED, passed);
        CardWork.sentBack(task, !passed);
    }
}
