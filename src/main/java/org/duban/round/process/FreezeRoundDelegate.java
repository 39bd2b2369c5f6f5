package org.duban.round.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_FreezeRound (冻结调度结果). */
@Component
class FreezeRoundDelegate implements JavaDelegate {

    private final RoundService rounds;

    FreezeRoundDelegate(RoundService rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.freezeAtCutOff(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
