package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.FileFindings;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_Investigate (调查核实). The evidence is what was handed in with the task. */
@Component
class InvestigateListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    InvestigateListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        petitions.fileFindings(
                work.no(task), work.branchUnit(task), work.form(task, FileFindings.class), work.clerkOfBranch(task));
        PetitionVariables.inBranch(task, PetitionVariables.SENT_BACK, false);
    }
}
