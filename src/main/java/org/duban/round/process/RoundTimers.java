package org.duban.round.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** When the timers of {@code MonthlyRound} fire: a last day lasts until midnight. */
@Component("roundTimers")
public class RoundTimers {

    private final RoundService rounds;

    RoundTimers(RoundService rounds) {
        this.rounds = rounds;
    }

    public Date cutOff(DelegateExecution execution) {
        return Date.from(rounds.cutOffOn(CaseNo.of(execution.getProcessBusinessKey()))
                .plusDays(1)
                .atStartOfDay(Zones.CITY)
                .toInstant());
    }
}
