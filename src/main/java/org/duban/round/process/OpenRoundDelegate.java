package org.duban.round.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.round.Round;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_OpenRound (登记本月调度). A process that the timer started gets its business key here. */
@Component
class OpenRoundDelegate implements JavaDelegate {

    private final RoundService rounds;

    OpenRoundDelegate(RoundService rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Round> opened = rounds.openDue();
        opened.ifPresent(round -> {
            execution.setProcessBusinessKey(round.no().value());
            execution.setVariables(RoundVariables.of(round));
        });
        execution.setVariable(RoundVariables.ROUND_OPENED, opened.isPresent());
    }
}
