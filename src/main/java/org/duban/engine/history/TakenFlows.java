package org.duban.engine.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
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

    // The event that comes first is entered without its flow being taken, so the flow is told as the event is entered.
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        afterEventBasedGateways(process);
    }

    private void afterEventBasedGateways(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    ((ActivityImpl) flow.getDestination())
                            .addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                                    execution -> tell(execution, flow.getId(), activity.getId()));
                }
            }
            afterEventBasedGateways(activity);
        }
    }

    private void taken(DelegateExecution execution) {
        tell(execution, execution.getCurrentTransitionId(), execution.getCurrentActivityId());
    }

    private void tell(DelegateExecution execution, String flow, String from) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("element", flow);
        values.put("from", from);
        listener.accept(keys.event((ExecutionEntity) execution, new Said("flow", false, values)));
    }
}
