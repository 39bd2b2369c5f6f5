package org.duban.petition.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.deadline.DeadlineRules;
import org.duban.kernel.CaseNo;
import org.duban.petition.PetitionService;
import org.springframework.stereotype.Component;

/** When the timers of {@code PetitionDispatch} fire: the days of the deadline ledger. */
@Component("petitionTimers")
public class PetitionTimers {

    private final PetitionService petitions;
    private final DeadlineRules rules;

    PetitionTimers(PetitionService petitions, DeadlineRules rules) {
        this.petitions = petitions;
        this.rules = rules;
    }

    /** The engine asks before the task and its ledger row are there; both count the same rule from the same moment. */
    public Date signingOverdue(DelegateExecution execution) {
        return Date.from(rules.overdueAt(no(execution), "UserTask_SignForPetition"));
    }

    public Date followUpDue(DelegateExecution execution) {
        return Date.from(petitions.followUpDueAt(no(execution)));
    }

    private static CaseNo no(DelegateExecution execution) {
        return CaseNo.of(execution.getProcessBusinessKey());
    }
}
