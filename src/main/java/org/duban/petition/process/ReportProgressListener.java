package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.petition.PetitionCommand.ReportProgress;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: UserTask_ReportProgress (报告后续进展). */
@Component
class ReportProgressListener implements TaskListener {

    private final PetitionService petitions;
    private final PetitionWork work;

    ReportProgressListener(PetitionService petitions, PetitionWork work) {
        this.petitions = petitions;
        this.work = work;
    }

    @Override
    public void notify(DelegateTask task) {
        petitions.reportProgress(work.no(task), work.form(task, ReportProgress.class), work.clerkOfLead(task));
    }
}
