package org.duban;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;

/** What ties a model to the code: beans, forms, messages, decisions. Each rule returns the faults it found, in words. */
final class ModelWiring {

    /** The type of a bean by its name, empty if there is none. */
    private final Function<String, Optional<Class<?>>> beans;

    private final Predicate<Path> files;

    ModelWiring(Function<String, Optional<Class<?>>> beans, Predicate<Path> files) {
        this.beans = beans;
        this.files = files;
    }

    /** {@code ServiceTask_StrikeOff} is done by the bean {@code strikeOffDelegate}. */
    List<String> delegates(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (ServiceTask task : flow.all(ServiceTask.class)) {
            String bean = beanName(task, "Delegate");
            if (!("${" + bean + "}").equals(task.getCamundaDelegateExpression())) {
                faults.add(task.getId() + " should be done by ${" + bean + "}");
            }
            faults.addAll(beanOf(task, bean, JavaDelegate.class));
        }
        return faults;
    }

    /** {@code UserTask_SignFor} hands its form to the bean {@code signForListener} on completion. */
    List<String> listeners(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (UserTask task : flow.all(UserTask.class)) {
            String bean = beanName(task, "Listener");
            List<CamundaTaskListener> listeners = listenersOf(task);
            if (listeners.stream()
                    .noneMatch(listener -> "complete".equals(listener.getCamundaEvent())
                            && ("${" + bean + "}").equals(listener.getCamundaDelegateExpression()))) {
                faults.add(task.getId() + " has no complete listener ${" + bean + "}");
            }
            faults.addAll(beanOf(task, bean, TaskListener.class));
        }
        return faults;
    }

    /** Every bean an expression names exists and has the method it calls; nothing is said in any other way. */
    List<String> expressions(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (ModelExpressions.Found found : ModelExpressions.in(flow)) {
            if (found.kind() == ModelExpressions.Kind.FORBIDDEN) {
                faults.add(found.where() + " uses " + found.text());
            } else if (found.kind() == ModelExpressions.Kind.CALL) {
                faults.addAll(callOf(found));
            } else if (found.kind() == ModelExpressions.Kind.BEAN) {
                beans.apply(found.bean())
                        .ifPresentOrElse(type -> {}, () -> faults.add(found.where() + ": no bean " + found.bean()));
            }
        }
        return faults;
    }

    /** A department finds each task in its list, with its form, its date, and a save point behind it. */
    List<String> userTasks(Models.Flow flow) {
        List<String> faults = new ArrayList<>();
        for (UserTask task : flow.all(UserTask.class)) {
            if (task.getCamundaCandidateGroups() == null) {
                faults.add(task.getId() + " has no candidate group");
            }
            if (task.getCamundaAssignee() != null || task.getCamundaCandidateUsers() != null) {
                faults.add(task.getId() + " is given to a person");
            }
            if (task.getCamundaDueDate() == null) {
                faults.add(task.getId() + " has no due date");
            }
            if (!task.isCamundaAsyncAfter()) {
                faults.add(task.getId() + " has no save point after it");
            }
            faults.addAll(formOf(flow, task));
        }
        for (IntermediateCatchEvent event : flow.all(IntermediateCatchEvent.class)) {
            if (!event.isCamundaAsyncAfter()) {
                faults.add(event.getId() + " has no save point after it");
            }
        }
        return faults;
    }

    List<String> messages(Models.Flow flow, Set<String> known) {
        return flow.all(Message.class).stream()
                .filter(message -> !known.contains(message.getName()))
                .map(message -> message.getId() + ": " + message.getName() + " is no known fact")
                .toList();
    }

    List<String> decisions(Models.Flow flow, Set<String> known) {
        return flow.all(BusinessRuleTask.class).stream()
                .filter(task -> !known.contains(task.getCamundaDecisionRef()))
                .map(task -> task.getId() + ": no decision " + task.getCamundaDecisionRef())
                .toList();
    }

    private List<String> formOf(Models.Flow flow, UserTask task) {
        String form = "forms/" + flow.feature() + "/" + kebab(Models.words(task)) + ".html";
        if (!("embedded:deployment:" + form).equals(task.getCamundaFormKey())) {
            return List.of(task.getId() + " should show embedded:deployment:" + form);
        }
        return files.test(Path.of(form)) ? List.of() : List.of(task.getId() + ": no form " + form);
    }

    private List<String> beanOf(FlowNode node, String bean, Class<?> expected) {
        Optional<Class<?>> type = beans.apply(bean);
        if (type.isEmpty()) {
            return List.of(node.getId() + ": no bean " + bean);
        }
        return expected.isAssignableFrom(type.get())
                ? List.of()
                : List.of(node.getId() + ": " + bean + " is no " + expected.getSimpleName());
    }

    private List<String> callOf(ModelExpressions.Found call) {
        Optional<Class<?>> type = beans.apply(call.bean());
        if (type.isEmpty()) {
            return List.of(call.where() + ": no bean " + call.bean());
        }
        boolean callable = Arrays.stream(type.get().getMethods())
                .anyMatch(method -> method.getName().equals(call.method()) && method.getParameterCount() == 1);
        return callable ? List.of() : List.of(call.where() + ": " + call.bean() + " cannot " + call.method());
    }

    private static List<CamundaTaskListener> listenersOf(UserTask task) {
        return task.getExtensionElements() == null
                ? List.of()
                : task.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaTaskListener.class)
                        .list();
    }

    private static String beanName(FlowNode node, String suffix) {
        String words = Models.words(node);
        return words.substring(0, 1).toLowerCase() + words.substring(1) + suffix;
    }

    private static String kebab(String words) {
        return words.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }
}
