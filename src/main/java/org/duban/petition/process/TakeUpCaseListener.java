package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.TakeUp;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_TakeUpCase (确定领导包案). */
@Component
class TakeUpCaseListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    TakeUpCaseListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        petitions.takeUp(work.no(task), work.form(task, TakeUp.class), work.leader());
    }
}
