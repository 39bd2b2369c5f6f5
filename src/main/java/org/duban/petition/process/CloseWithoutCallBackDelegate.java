package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_CloseWithoutCallBack (直接办结). */
@Component
class CloseWithoutCallBackDelegate implements JavaDelegate {

    private final PetitionService petitions;

    CloseWithoutCallBackDelegate(PetitionService petitions) {
        this.petitions = petitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        petitions.closeWithoutCallBack(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
