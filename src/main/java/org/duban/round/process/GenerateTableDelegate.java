package org.duban.round.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.kernel.CaseNo;
import org.duban.round.RoundService;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_GenerateTable (生成调度表). */
@Component
class GenerateTableDelegate implements JavaDelegate {

    private final RoundService rounds;

    GenerateTableDelegate(RoundService rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.generate(CaseNo.of(execution.getProcessBusinessKey()));
    }
}
