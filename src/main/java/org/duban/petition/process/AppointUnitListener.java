package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.Petition;
import org.duban.petition.PetitionCommand.DecideUnit;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_AppointUnit (指定承办单位). */
@Component
class AppointUnitListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    AppointUnitListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        DecideUnit command = work.form(task, DecideUnit.class);
        String before = work.branchUnit(task).value();
        Petition petition = petitions.decideUnit(work.no(task), work.branchUnit(task), command, work.leader());
        work.handTo(task, petition, command.unit(), command.unit().equals(before));
    }
}
