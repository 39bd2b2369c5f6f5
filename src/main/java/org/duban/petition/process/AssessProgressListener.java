package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.FollowUp;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_AssessProgress (核定后续进展). */
@Component
class AssessProgressListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    AssessProgressListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Petition petition = petitions.followUp(work.no(task), work.form(task, FollowUp.class), work.coordinator());
        task.setVariable(PetitionVariables.FOLLOW_UP_GOES_ON, petition.state() == PetitionState.FOLLOW_UP);
        task.setVariable(PetitionVariables.BECAME_PROBLEM, petition.course().problemNo() != null);
        work.outcome(task, petition);
    }
}
