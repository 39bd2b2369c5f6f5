package org.duban.petition.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_RecordLateSigning (记录签收超期). */
@Component
class RecordLateSigningDelegate implements JavaDelegate {

    private final PetitionService petitions;

    RecordLateSigningDelegate(PetitionService petitions) {
        this.petitions = petitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        petitions.recordSigningOverdue(CaseNo.of(execution.getProcessBusinessKey()), UnitCode.of((String)
                execution.getVariable(PetitionVariables.UNIT)));
    }
}
