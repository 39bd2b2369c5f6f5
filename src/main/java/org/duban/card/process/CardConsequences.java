package org.duban.card.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.card.Consequences;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/** The tasks of UserTask_CarryOutConsequence (落实后果): one for each line of the ledger that needs somebody. */
@Component("cardConsequences")
public class CardConsequences {

    private final Consequences consequences;

    CardConsequences(Consequences consequences) {
        this.consequences = consequences;
    }

    public List<Long> of(DelegateExecution execution) {
        return consequences.toCarryOut(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
