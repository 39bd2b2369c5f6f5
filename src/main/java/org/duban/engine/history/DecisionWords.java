package org.duban.engine.history;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;

/** Decisions with what went in, what came out and which rules matched. */
final class DecisionWords {

    private DecisionWords() {}

    static List<Said> of(HistoricDecisionEvaluationEvent event) {
        List<Said> decisions = new ArrayList<>();
        if (event.getRequiredHistoricDecisionInstances() != null) {
            event.getRequiredHistoricDecisionInstances().forEach(required -> decisions.add(said(required)));
        }
        decisions.add(said(event.getRootHistoricDecisionInstance()));
        return decisions;
    }

    private static Said said(HistoricDecisionInstanceEntity decision) {
        Values values = new Values()
                .put("decision", decision.getDecisionDefinitionKey())
                .put("table", decision.getDecisionDefinitionId())
                .put("name", decision.getDecisionDefinitionName())
                .put("element", decision.getActivityId())
                .put("activity", decision.getActivityInstanceId())
                .put(
                        "inputs",
                        decision.getInputs().stream().map(DecisionWords::input).toList())
                .put(
                        "outputs",
                        decision.getOutputs().stream()
                                .map(DecisionWords::output)
                                .toList())
                .put("rules", rules(decision.getOutputs()))
                .put("collected", decision.getCollectResultValue());
        return new Said("decision", false, values.map());
    }

    private static Map<String, Object> input(HistoricDecisionInputInstance input) {
        return new Values()
                .put("clause", input.getClauseId())
                .put("name", input.getClauseName())
                .put("value", plain(input.getValue()))
                .map();
    }

    private static Map<String, Object> output(HistoricDecisionOutputInstance output) {
        return new Values()
                .put("clause", output.getClauseId())
                .put("name", output.getClauseName())
                .put("variable", output.getVariableName())
                .put("rule", output.getRuleId())
                .put("order", output.getRuleOrder())
                .put("value", plain(output.getValue()))
                .map();
    }

    private static List<String> rules(List<HistoricDecisionOutputInstance> outputs) {
        TreeSet<String> rules = new TreeSet<>();
        outputs.stream()
                .map(HistoricDecisionOutputInstance::getRuleId)
                .filter(rule -> rule != null)
                .forEach(rules::add);
        return List.copyOf(rules);
    }

    private static Object plain(Object value) {
        boolean isPlain = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date;
        return isPlain ? value : value.toString();
    }
}
