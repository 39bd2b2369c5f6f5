package org.duban;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** How the house names and labels what it models. Each rule returns the faults it found, in words. */
final class ModelConventions {

    /** The prefix of an id says what the element is; the table stands in the house plan under names. */
    private static final Map<Class<? extends FlowNode>, String> PREFIXES = Map.ofEntries(
            Map.entry(StartEvent.class, "StartEvent"),
            Map.entry(EndEvent.class, "EndEvent"),
            Map.entry(UserTask.class, "UserTask"),
            Map.entry(ServiceTask.class, "ServiceTask"),
            Map.entry(BusinessRuleTask.class, "BusinessRuleTask"),
            Map.entry(CallActivity.class, "CallActivity"),
            Map.entry(SubProcess.class, "SubProcess"),
            Map.entry(Gateway.class, "Gateway"),
            Map.entry(BoundaryEvent.class, "Boundary"),
            Map.entry(IntermediateCatchEvent.class, "Catch"),
            Map.entry(IntermediateThrowEvent.class, "Throw"));

    /** Whole words without digits: a modeller's own ids always carry digits or a run of small letters after one. */
    private static final String WORDS = "(?:[A-Z][a-z]+)+";

    private static final Pattern ANY_ID = Pattern.compile("\\bid=\"([^\"]*)\"");
    private static final Pattern MADE_BY_HAND = Pattern.compile("(?:[A-Z][A-Za-z]*_)*" + WORDS);

    private ModelConventions() {}

    static List<String> processHead(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (Process process : flow.all(Process.class)) {
            if (!process.getId().equals(flow.name())) {
                faults.add(flow.file() + " holds process " + process.getId());
            }
            if (!process.isExecutable()) {
                faults.add(process.getId() + " is not executable");
            }
            if (blank(process.getName())) {
                faults.add(process.getId() + " has no name");
            }
            if (blank(process.getCamundaHistoryTimeToLiveString())) {
                faults.add(process.getId() + " has no historyTimeToLive");
            }
            if (blank(process.getCamundaVersionTag())) {
                faults.add(process.getId() + " has no versionTag");
            }
        }
        return faults;
    }

    static List<String> decisionHead(Models.Table table) {
        List<String> faults = new ArrayList<>();
        var decisions = table.dmn().getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(decision -> decision.getId().equals(table.name()))) {
            faults.add(table.file() + " holds no decision " + table.name());
        }
        for (Decision decision : decisions) {
            if (blank(decision.getCamundaHistoryTimeToLiveString())) {
                faults.add(decision.getId() + " has no historyTimeToLive");
            }
            if (blank(decision.getVersionTag())) {
                faults.add(decision.getId() + " has no versionTag");
            }
        }
        return faults;
    }

    static List<String> ids(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (FlowNode node : flow.all(FlowNode.class)) {
            String prefix = prefix(node);
            if (!node.getId().matches(prefix + "_" + WORDS)) {
                faults.add(node.getId() + " should be " + prefix + "_VerbObject");
            }
        }
        for (SequenceFlow line : flow.all(SequenceFlow.class)) {
            String expected = "Flow_" + Models.words(line.getSource()) + "To" + Models.words(line.getTarget());
            if (!line.getId().equals(expected)) {
                faults.add(line.getId() + " should be " + expected);
            }
        }
        for (Message message : flow.all(Message.class)) {
            if (!message.getId().matches("Message_" + WORDS)) {
                faults.add(message.getId() + " should be Message_FactInPastTense");
            }
        }
        ANY_ID.matcher(flow.xml())
                .results()
                .map(id -> id.group(1))
                .filter(id -> !MADE_BY_HAND.matcher(id).matches())
                .forEach(id -> faults.add(id + " looks made by a machine"));
        return faults;
    }

    /** Tasks and events are named; a gateway that forks asks a question and each exit answers it. */
    static List<String> labels(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (FlowNode node : flow.all(FlowNode.class)) {
            boolean named = !blank(node.getName());
            boolean joins = node instanceof Gateway && node.getOutgoing().size() == 1;
            if (joins && named) {
                faults.add(node.getId() + " only joins and needs no label");
            }
            if (!joins && !named) {
                faults.add(node.getId() + " has no label");
            }
            if (node instanceof ExclusiveGateway && !joins) {
                if (named && !node.getName().endsWith("？")) {
                    faults.add(node.getId() + " does not ask a question");
                }
                node.getOutgoing().stream()
                        .filter(exit -> blank(exit.getName()))
                        .forEach(exit -> faults.add(exit.getId() + " does not answer its gateway"));
            }
        }
        return faults;
    }

    /** Exactly one exit of a question is the default, every other one has its condition. */
    static List<String> exits(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (ExclusiveGateway gateway : flow.all(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1 && gateway.getDefault() == null) {
                faults.add(gateway.getId() + " has no default exit");
            }
            for (SequenceFlow exit : gateway.getOutgoing()) {
                boolean conditionNeeded = gateway.getOutgoing().size() > 1 && exit != gateway.getDefault();
                if (conditionNeeded && exit.getConditionExpression() == null) {
                    faults.add(exit.getId() + " has no condition");
                }
                if (!conditionNeeded && exit.getConditionExpression() != null) {
                    faults.add(exit.getId() + " has a condition nobody asks");
                }
            }
        }
        return faults;
    }

    /** Lines meet in a gateway, never in a task, and a gateway either joins or forks. */
    static List<String> joins(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (FlowNode node : flow.all(FlowNode.class)) {
            if (node.getIncoming().size() > 1 && !(node instanceof Gateway)) {
                faults.add(node.getId() + " has several incoming flows");
            }
            if (node.getIncoming().size() > 1 && node.getOutgoing().size() > 1) {
                faults.add(node.getId() + " joins and forks at once");
            }
            if (node instanceof Activity && node.getOutgoing().size() > 1) {
                faults.add(node.getId() + " forks without a gateway");
            }
            if (node instanceof EventBasedGateway && node.getOutgoing().size() < 2) {
                faults.add(node.getId() + " waits for one event only");
            }
        }
        for (SequenceFlow line : flow.all(SequenceFlow.class)) {
            if (!line.getSource().getOutgoing().contains(line)
                    || !line.getTarget().getIncoming().contains(line)) {
                faults.add(line.getId() + " is not listed at both its ends");
            }
        }
        return faults;
    }

    private static String prefix(FlowNode node) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(node))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("(a type the house does not use yet)");
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
