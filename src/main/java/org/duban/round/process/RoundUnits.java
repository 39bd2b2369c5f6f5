package org.duban.round.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** The tasks of UserTask_ReportRound (填报月调度): one for each unit of the round, by code. */
@Component("roundUnits")
public class RoundUnits {

    private final RoundService rounds;

    RoundUnits(RoundService rounds) {
        this.rounds = rounds;
    }

    public List<String> of(DelegateExecution execution) {
        return rounds.units(CaseNo.of(execution.getProcessBusinessKey())).stream()
                .map(UnitCode::value)
                .toList();
    }
}
