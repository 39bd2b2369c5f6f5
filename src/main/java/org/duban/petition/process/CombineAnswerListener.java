package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.CombineAnswer;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CombineAnswer (汇总答复). */
@Component
class CombineAnswerListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    CombineAnswerListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        petitions.combine(work.no(task), work.form(task, CombineAnswer.class), work.headOfLead(task));
    }
}
