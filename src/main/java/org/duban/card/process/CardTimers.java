package org.duban.card.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.card.Answering;
import org.duban.deadline.DeadlineRules;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** When the timers of {@code WarningCard} fire: at the moments of the deadline ledger. */
@Component("cardTimers")
public class CardTimers {

    private final Answering answering;
    private final DeadlineRules rules;

    CardTimers(Answering answering, DeadlineRules rules) {
        this.answering = answering;
        this.rules = rules;
    }

    /** The engine asks before the task and its ledger row are there; both count the same rule from the same moment. */
    public Date signingOverdue(DelegateExecution execution) {
        return Date.from(rules.overdueAt(no(execution), "UserTask_SignForCard"));
    }

    public Date replyOverdue(DelegateExecution execution) {
        return Date.from(answering.replyOverdueAt(no(execution)));
    }

    private static CaseNo no(DelegateExecution execution) {
        return CaseNo.of(execution.getProcessBusinessKey());
    }
}
