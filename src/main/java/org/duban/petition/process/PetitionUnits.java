package org.duban.petition.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** The branches of SubProcess_Handle (各单位办理): one for each unit with a share, by code. */
@Component("petitionUnits")
public class PetitionUnits {

    private final PetitionService petitions;

    PetitionUnits(PetitionService petitions) {
        this.petitions = petitions;
    }

    public List<String> of(DelegateExecution execution) {
        return petitions.shareUnits(CaseNo.of(execution.getProcessBusinessKey())).stream()
                .map(UnitCode::value)
                .toList();
    }
}
