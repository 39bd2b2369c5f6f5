package org.duban.card.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.card.CardCommand;
import org.duban.card.LiftingOff;
import org.duban.evidence.EvidenceService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ApplyForLifting (申请摘牌). */
@Component
class ApplyForLiftingListener implements TaskListener {

    private final LiftingOff liftingOff;
    private final CardWork work;
    private final EvidenceService evidence;

    ApplyForLiftingListener(LiftingOff liftingOff, CardWork work, EvidenceService evidence) {
        this.liftingOff = liftingOff;
        this.work = work;
        this.evidence = evidence;
    }

    @Override
    public void notify(DelegateTask task) {
        CardCommand.ApplyForLifting command = work.form(task, CardCommand.ApplyForLifting.class);
        int pieces = evidence.byTask(task.getId()).size();
        liftingOff.apply(work.no(task), command, task.getId(), pieces, work.clerk(task));
        CardWork.sentBack(task, false);
    }
}
