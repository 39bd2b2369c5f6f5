package org.duban.engine.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.duban.engine.EngineEvent;

/** Listens to every sequence flow of every model. */
final class TakenFlows extends AbstractBpmnParseListener {

    private final Consumer<EngineEvent> listener;
    private final InstanceKeys keys;

    TakenFlows(InstanceKeys keys, Consumer<EngineEvent> listener) {
        this.keys = keys;
        this.listener = listener;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::taken);
    }

    private void taken(DelegateExecution execution) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("element", execution.getCurrentTransitionId());
        values.put("from", execution.getCurrentActivityId());
        listener.accept(keys.event((ExecutionEntity) execution, new Said("flow", false, values)));
    }
}
