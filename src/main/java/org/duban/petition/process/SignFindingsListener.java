package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.HeadSign;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_SignFindings (单位审签). */
@Component
class SignFindingsListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    SignFindingsListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        HeadSign command = work.form(task, HeadSign.class);
        petitions.headSign(work.no(task), work.branchUnit(task), command, work.headOfBranch(task));
        boolean signed = command.decision() == HeadSign.Choice.SIGN;
        PetitionVariables.inBranch(task, PetitionVariables.FINDINGS_SIGNED, signed);
        PetitionVariables.inBranch(task, PetitionVariables.SENT_BACK, !signed);
    }
}
