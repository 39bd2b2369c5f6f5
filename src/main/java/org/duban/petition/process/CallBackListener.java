package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.CallBack;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_CallBack (回访信访人). */
@Component
class CallBackListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    CallBackListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Petition petition = petitions.callBack(work.no(task), work.form(task, CallBack.class), work.coordinator());
        boolean capped = petition.state() == PetitionState.LEADERS_CASE;
        boolean again = petition.state() == PetitionState.INVESTIGATING;
        task.setVariable(PetitionVariables.DISSATISFIED, capped || again);
        task.setVariable(PetitionVariables.DISSATISFIED_CAPPED, capped);
        PetitionVariables.anotherRound(task, again);
    }
}
