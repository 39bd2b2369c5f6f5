package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.SignFor;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignForPetition (签收). */
@Component
class SignForPetitionListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    SignForPetitionListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        Petition petition = petitions.signFor(
                work.no(task), work.branchUnit(task), work.form(task, SignFor.class), work.clerkOfBranch(task));
        boolean signed = petition.share(work.branchUnit(task))
                .filter(share -> share.signedAt() != null)
                .isPresent();
        PetitionVariables.inBranch(task, PetitionVariables.SHARE_SIGNED, signed);
        PetitionVariables.inBranch(
                task, PetitionVariables.RETURNS_CAPPED, !signed && petitions.returnsCapped(petition));
        PetitionVariables.inBranch(task, PetitionVariables.SENT_BACK, !signed);
    }
}
