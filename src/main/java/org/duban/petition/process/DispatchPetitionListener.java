package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.DispatchPetition;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_DispatchPetition (查重转办). */
@Component
class DispatchPetitionListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    DispatchPetitionListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Petition petition =
                petitions.handOver(work.no(task), work.form(task, DispatchPetition.class), work.coordinator());
        task.setVariables(PetitionVariables.facts(petition));
        task.setVariable(PetitionVariables.DISPATCHED, petition.state() == PetitionState.DISPATCHED);
        PetitionVariables.anotherRound(task, false);
    }
}
