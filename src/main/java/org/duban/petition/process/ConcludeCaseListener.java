package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.Conclude;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ConcludeCase (审定包案结果). */
@Component
class ConcludeCaseListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    ConcludeCaseListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        petitions.conclude(work.no(task), work.form(task, Conclude.class), work.leader());
    }
}
