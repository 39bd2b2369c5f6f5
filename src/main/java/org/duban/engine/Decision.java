package org.duban.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.duban.engine.Decisions.Match;
import org.duban.engine.Decisions.Table;

/** One version of a decision table, ready to be asked; a version never changes. */
public final class Decision {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");

    private final Table table;
    private final DecisionTable model;
    private final DmnDecision decision;
    private final DmnEngine dmn;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> evaluated;
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    Decision(
            DecisionDefinition definition,
            DmnModelInstance instance,
            Instant deployedAt,
            DmnEngine dmn,
            ThreadLocal<DmnDecisionTableEvaluationEvent> evaluated) {
        this.dmn = dmn;
        this.evaluated = evaluated;
        this.decision = dmn.parseDecision(definition.getKey(), instance);
        this.model = (DecisionTable)
                ((org.camunda.bpm.model.dmn.instance.Decision) instance.getModelElementById(definition.getKey()))
                        .getExpression();
        model.getRules().forEach(rule -> annotations.put(rule.getId(), annotation(rule)));
        model.getOutputs().forEach(output -> labels.put(output.getId(), output.getLabel()));
        readColumns();
        this.table = new Table(
                definition.getId(),
                definition.getKey(),
                definition.getName(),
                definition.getVersion(),
                deployedAt,
                model.getInputs().stream().map(Decision::label).toList(),
                model.getOutputs().stream()
                        .map(output -> Optional.ofNullable(output.getLabel()).orElse(output.getName()))
                        .toList(),
                model.getRules().stream().map(this::row).toList());
    }

    public Table table() {
        return table;
    }

    /** Which version of which decision it is, as kept with what was done on its word: {@code DeadlineRule:3}. */
    public String reference() {
        return table.key() + ":" + table.version();
    }

    /** The rules that match the facts, by the table's hit policy; facts are named as the input expressions name them. */
    public List<Match> evaluate(Map<String, Object> facts) {
        evaluated.remove();
        dmn.evaluateDecisionTable(decision, Variables.fromMap(facts));
        DmnDecisionTableEvaluationEvent event = evaluated.get();
        evaluated.remove();
        Evaluation evaluation = evaluation(event);
        Evaluations.asked(reference(), evaluation);
        List<Match> matches = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            Map<String, Object> outputs = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .forEach((name, output) ->
                            outputs.put(name, output.getValue().getValue()));
            matches.add(new Match(rule.getId(), annotations.getOrDefault(rule.getId(), ""), outputs, evaluation));
        }
        return matches;
    }

    private Evaluation evaluation(DmnDecisionTableEvaluationEvent event) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (DmnEvaluatedInput input : event.getInputs()) {
            inputs.add(named(input.getName(), input.getValue()));
        }
        List<Map<String, Object>> outputs = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            rules.add(rule.getId());
            rule.getOutputEntries().values().forEach(output -> {
                Map<String, Object> one = named(label(output), output.getValue());
                one.put("rule", rule.getId());
                outputs.add(one);
            });
        }
        return new Evaluation(table.key(), table.id(), table.name(), inputs, outputs, rules);
    }

    // What was left empty is left out: most cells of a wide table are.
    private static Map<String, Object> named(String name, TypedValue value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", name);
        if (value != null && value.getValue() != null) {
            one.put("value", value.getValue());
        }
        return one;
    }

    private String label(DmnEvaluatedOutput output) {
        return Optional.ofNullable(labels.get(output.getId())).orElse(output.getOutputName());
    }

    /** The one answer of a table with a single hit policy. */
    public Optional<Match> first(Map<String, Object> facts) {
        return evaluate(facts).stream().findFirst();
    }

    /**
     * Whether any rule looks at that input; a fact no rule looks at need not be fetched.
     *
     * @param expression the input's expression, such as {@code priority}
     */
    public boolean asks(String expression) {
        return column(expression).anyMatch(cell -> !cell.isEmpty());
    }

    /** The whole numbers that occur in the cells of that input: where an answer may change, it changes beside one of them. */
    public SortedSet<Integer> numbersIn(String expression) {
        return column(expression)
                .flatMap(cell -> NUMBER.matcher(cell).results())
                .map(found -> Integer.valueOf(found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> column(String expression) {
        return columns.getOrDefault(expression, List.of()).stream();
    }

    // Walking the model costs far more than asking it.
    private void readColumns() {
        List<Input> inputs = List.copyOf(model.getInputs());
        List<List<InputEntry>> rows = model.getRules().stream()
                .map(rule -> List.copyOf(rule.getInputEntries()))
                .toList();
        for (int i = 0; i < inputs.size(); i++) {
            int column = i;
            columns.putIfAbsent(
                    text(inputs.get(i).getInputExpression().getText()),
                    rows.stream().map(row -> cell(row.get(column))).toList());
        }
    }

    /** Asks with nothing known, so that everything a question needs is loaded. */
    void rehearse() {
        Map<String, Object> nothing = new HashMap<>();
        columns.keySet().forEach(input -> nothing.put(input, null));
        evaluate(nothing);
    }

    private Decisions.Rule row(Rule rule) {
        List<String> cells = Stream.concat(
                        rule.getInputEntries().stream().map(Decision::cell),
                        rule.getOutputEntries().stream().map(Decision::cell))
                .toList();
        return new Decisions.Rule(rule.getId(), cells, annotation(rule));
    }

    private static String label(Input input) {
        return Optional.ofNullable(input.getLabel())
                .orElseGet(() -> text(input.getInputExpression().getText()));
    }

    private static String cell(DmnElement entry) {
        String text = entry instanceof InputEntry input ? text(input.getText()) : text(((OutputEntry) entry).getText());
        return text.equals("-") ? "" : text;
    }

    private static String text(org.camunda.bpm.model.dmn.instance.Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().strip();
    }

    private static String annotation(Rule rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }
}
