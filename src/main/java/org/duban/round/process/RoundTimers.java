package org.duban.round.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.kernel.CaseNo;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** When the timers of {@code MonthlyRound} fire: at the moments of the deadline ledger. */
@Component("roundTimers")
public class RoundTimers {

    private final RoundService rounds;

    RoundTimers(RoundService rounds) {
        this.rounds = rounds;
    }

    public Date cutOff(DelegateExecution execution) {
        return Date.from(rounds.cutOffAt(CaseNo.of(execution.getProcessBusinessKey())));
    }
}
