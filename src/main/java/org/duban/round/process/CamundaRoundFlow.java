package org.duban.round.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.duban.engine.EngineIdentity;
import org.duban.round.Round;
import org.duban.round.RoundFact;
import org.duban.round.RoundFlow;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The round's process in the engine; works as the application, because what may be done was decided in the domain. */
@Component
class CamundaRoundFlow implements RoundFlow {

    private static final String PROCESS = "MonthlyRound";

    private final RuntimeService runtime;
    private final EngineIdentity identity;

    CamundaRoundFlow(@Lazy RuntimeService runtime, EngineIdentity identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void start(Round round) {
        identity.asApplication(() -> runtime.startProcessInstanceByMessage(
                RoundFact.OPENED.event(), round.no().value(), RoundVariables.of(round)));
    }

    @Override
    public void frozen(Round round) {
        identity.asApplication(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(round.no().value())
                    .messageEventSubscriptionName(RoundFact.FROZEN.event())
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(RoundFact.FROZEN.event(), waiting.getId());
            }
        });
    }
}
