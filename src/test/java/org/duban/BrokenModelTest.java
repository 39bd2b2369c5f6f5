package org.duban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.duban.problem.ProblemMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The watchman is watched: a copy of the model broken in one place is found out, and the model as it is passes. */
class BrokenModelTest {

    private static final Models.Flow SOUND = Models.flow("ProblemRectification");

    /** Stands for the beans of the application: exactly those the sound model needs. */
    private static final Set<String> NEEDED = Stream.concat(
                    SOUND.all(FlowElement.class).stream()
                            .filter(element -> element.getId().matches("(User|Service)Task_.*"))
                            .map(element -> lower(Models.words(element))
                                    + (element.getId().startsWith("User") ? "Listener" : "Delegate")),
                    Stream.of("noticePeriodOverListener"))
            .collect(Collectors.toSet());

    /** The methods the sound model calls on its helper beans. */
    interface Helper {
        Collection<String> of(DelegateExecution execution);

        Object signingOverdue(DelegateExecution execution);

        Object standingReviewDue(DelegateExecution execution);

        Object noticeEnds(DelegateExecution execution);

        Object lookBackDue(DelegateExecution execution);
    }

    @Test
    void soundModelHasNoFaults() {
        assertThat(faults(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("breaks")
    void brokenWiringIsFoundOut(String text, String other, String fault) {
        assertThat(faults(SOUND.replacing(text, other))).anyMatch(found -> found.contains(fault));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                arguments("${strikeOffDelegate}", "${strikeOutDelegate}", "no bean strikeOutDelegate"),
                arguments("ServiceTask_StrikeOff", "ServiceTask_StrikeOut", "no bean strikeOutDelegate"),
                arguments("${signForListener}", "${makePlanListener}", "no complete listener ${signForListener}"),
                arguments("${signForListener}\" event=\"complete", "${signForListener}\" event=\"create", "SignFor"),
                arguments("UserTask_SignFor", "UserTask_TakeOver", "no bean takeOverListener"),
                arguments("${problemTimers.noticeEnds(", "${problemTimers.noticeOver(", "cannot noticeOver"),
                arguments("${responsibleUnits.of(", "${unitsResponsible.of(", "no bean unitsResponsible"),
                arguments("${taskDueDate.of(execution)}", "${now()}", "uses ${now()}"),
                arguments("${planAccepted}", "${planGood}", "uses ${planGood}"),
                arguments("${standing}", "${standing == true}", "uses ${standing == true}"),
                arguments("/sign-for.html", "/signfor.html", "should show"),
                arguments(
                        "UserTask_Verify", "UserTask_Inspect", "should show embedded:deployment:forms/problem/inspect"),
                arguments("Groups=\"leader\"", "Groups=\"clerk350582\"", "candidate group clerk350582"),
                arguments("unit${unit}head", "unit${owner}head", "candidate group unit${owner}head"),
                arguments(" camunda:candidateGroups=\"leader\"", "", "has no candidate group"),
                arguments("Groups=\"leader\"", "Groups=\"leader\" camunda:assignee=\"zhang\"", "given to a person"),
                arguments(" camunda:dueDate=\"${taskDueDate.of(execution)}\"", "", "has no due date"),
                arguments(" camunda:asyncAfter=\"true\"", "", "has no save point"),
                arguments("problem.objectionReceived", "problem.complained", "no known fact"),
                arguments("delegateExpression=\"${strikeOffDelegate}\"", "class=\"a.B\"", "camunda:class"),
                arguments("delegateExpression=\"${signForListener}\"", "expression=\"${x}\"", "camunda:expression"),
                arguments(
                        "delegateExpression=\"${signForListener}\" event=\"complete\"/>",
                        "event=\"complete\"><camunda:script scriptFormat=\"x\">1</camunda:script></camunda:taskListener>",
                        "a script"),
                arguments(" camunda:historyTimeToLive=\"P3650D\"", "", "no historyTimeToLive"),
                arguments(" camunda:versionTag=\"1\"", "", "no versionTag"),
                arguments(" id=\"ProblemRectification\"", " id=\"Rectify\"", "holds process Rectify"),
                arguments("Gateway_SignedFor", "Gateway_0k3x1jf", "made by a machine"),
                arguments("Gateway_SignedFor", "SignedGateway", "should be Gateway_VerbObject"),
                arguments("Flow_SignForToSignedFor", "Flow_Onward", "should be Flow_SignForToSignedFor"),
                arguments("name=\"是否签收？\"", "", "has no label"),
                arguments("name=\"是否签收？\"", "name=\"签收情况\"", "does not ask a question"),
                arguments("name=\"退单\" ", "", "does not answer"),
                arguments("default=\"Flow_SignedForToReturnsCapped\"", "", "has no default exit"),
                arguments("targetRef=\"Gateway_PlanningJoined\"", "targetRef=\"UserTask_MakePlan\"", "listed"),
                arguments(
                        "<bpmn:endEvent id=\"EndEvent_Closed\"",
                        "<bpmn:businessRuleTask id=\"BusinessRuleTask_Decide\" camunda:decisionRef=\"Nothing\"/>"
                                + "<bpmn:endEvent id=\"EndEvent_Closed\"",
                        "no decision Nothing"));
    }

    @Test
    void flowsMeetingInATaskAreFoundOut() {
        Models.Flow broken = SOUND.with(bpmn -> {
            var task = (FlowNode) bpmn.getModelElementById("UserTask_MakePlan");
            task.getIncoming().add(bpmn.getModelElementById("Flow_PlanAcceptedToPlanningJoined"));
        });
        assertThat(ModelConventions.joins(broken)).anyMatch(fault -> fault.contains("several incoming"));
    }

    @Test
    void missingFormIsFoundOut() {
        ModelWiring wiring = new ModelWiring(BrokenModelTest::bean, file -> false);
        assertThat(wiring.userTasks(SOUND)).contains("UserTask_SignFor: no form forms/problem/sign-for.html");
    }

    @Test
    void beanOfTheWrongKindIsFoundOut() {
        ModelWiring wiring = new ModelWiring(name -> Optional.of(String.class), file -> true);
        assertThat(wiring.delegates(SOUND)).contains("ServiceTask_StrikeOff: strikeOffDelegate is no JavaDelegate");
        assertThat(wiring.listeners(SOUND)).contains("UserTask_SignFor: signForListener is no TaskListener");
    }

    private static List<String> faults(Models.Flow flow) {
        Set<String> forms = SOUND.all(UserTask.class).stream()
                .map(task -> task.getCamundaFormKey().replace("embedded:deployment:", ""))
                .collect(Collectors.toSet());
        ModelWiring wiring = new ModelWiring(BrokenModelTest::bean, file -> forms.contains(file.toString()));
        return Stream.of(
                        wiring.delegates(flow),
                        wiring.listeners(flow),
                        wiring.expressions(flow),
                        wiring.userTasks(flow),
                        wiring.messages(flow, Set.of(ProblemMessages.OBJECTION_RECEIVED)),
                        wiring.decisions(flow, Set.of()),
                        ModelConventions.processHead(flow),
                        ModelConventions.ids(flow),
                        ModelConventions.labels(flow),
                        ModelConventions.exits(flow),
                        ModelConventions.joins(flow))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Class<?>> bean(String name) {
        if (Set.of("taskDueDate", "problemTimers", "responsibleUnits").contains(name)) {
            return Optional.of(Helper.class);
        }
        return NEEDED.contains(name)
                ? Optional.of(name.endsWith("Delegate") ? JavaDelegate.class : TaskListener.class)
                : Optional.empty();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase() + words.substring(1);
    }
}
