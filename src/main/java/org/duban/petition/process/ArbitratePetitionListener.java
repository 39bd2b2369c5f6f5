package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.ArbitrateReturn;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ArbitratePetition (裁定退单). */
@Component
class ArbitratePetitionListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    ArbitratePetitionListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        ArbitrateReturn command = work.form(task, ArbitrateReturn.class);
        Petition petition =
                petitions.arbitrateReturn(work.no(task), work.branchUnit(task), command, work.coordinator());
        // To the unit that keeps it, it comes back; to another unit it is new.
        boolean kept = command.decision() == ArbitrateReturn.Choice.KEEP;
        boolean notOurs = petition.state() == PetitionState.DECLINED;
        work.handTo(task, petition, kept || notOurs ? null : command.unit(), kept);
        PetitionVariables.inBranch(task, PetitionVariables.LETTER_NOT_OURS, notOurs);
    }
}
