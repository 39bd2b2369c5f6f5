package org.duban.card.process;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.duban.card.Card;
import org.duban.card.CardEvent;
import org.duban.card.CardFlow;
import org.duban.engine.EngineIdentity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The card's process in the engine; works as the application, because what may be done was decided in the domain. */
@Component
class CamundaCardFlow implements CardFlow {

    private static final String PROCESS = "WarningCard";

    private final RuntimeService runtime;
    private final EngineIdentity identity;

    CamundaCardFlow(@Lazy RuntimeService runtime, EngineIdentity identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void start(Card card) {
        identity.asApplication(
                () -> runtime.startProcessInstanceByKey(PROCESS, card.no().value(), CardVariables.of(card)));
    }

    @Override
    public void proposalWithdrawn(Card card) {
        identity.asApplication(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(card.no().value())
                .list()
                .forEach(instance -> {
                    runtime.setVariable(instance.getId(), CardVariables.YELLOW_IN_FORCE, card.level() > 0);
                }));
        tell(card, CardEvent.WITHDRAWN);
    }

    @Override
    public boolean worsened(Card card) {
        return tell(card, CardEvent.RED_PROPOSED);
    }

    @Override
    public boolean objectionFiled(Card card) {
        return tell(card, CardEvent.OBJECTION_FILED);
    }

    private boolean tell(Card card, CardEvent event) {
        AtomicBoolean heard = new AtomicBoolean();
        identity.asApplication(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(card.no().value())
                    .messageEventSubscriptionName(event.event())
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(event.event(), waiting.getId());
                heard.set(true);
            }
        });
        return heard.get();
    }
}
