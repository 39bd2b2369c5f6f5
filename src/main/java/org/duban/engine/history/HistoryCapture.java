package org.duban.engine.history;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.duban.engine.EngineEvent;
import org.duban.engine.EngineWitness;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the witnesses of the engine's history events beside the engine's own history, and of every sequence flow taken,
 * which the engine does not record.
 */
@Component
class HistoryCapture extends AbstractProcessEnginePlugin {

    private final ObjectProvider<EngineWitness> witnesses;
    private final InstanceKeys keys = new InstanceKeys();
    private volatile boolean open;

    HistoryCapture(ObjectProvider<EngineWitness> witnesses) {
        this.witnesses = witnesses;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // The engine makes its list of handlers immutable at times, so it gets a new one.
        List<HistoryEventHandler> handlers = new ArrayList<>(configuration.getCustomHistoryEventHandlers());
        handlers.add(new Handler());
        configuration.setCustomHistoryEventHandlers(handlers);
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new TakenFlows(keys, this::tell));
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Until now only the engine itself was at work, on its own housekeeping, and the witnesses are not there yet. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        open = true;
    }

    private void tell(EngineEvent event) {
        if (!open) {
            return;
        }
        witnesses.orderedStream().forEach(witness -> witness.saw(event));
    }

    private final class Handler implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            HistoryWords.of(event).forEach(said -> tell(keys.event(event, said)));
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
