package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** A diagram spoilt in one place is found out by the rule made for it. */
class BrokenDiagramTest {

    private static final String NAME = "ProblemRectification";
    private static final Models.Flow SOUND = Models.flow(NAME);
    private static final DiagramLayoutTest.Reading READING = DiagramLayoutTest.READINGS.get(NAME);

    @Test
    void shapeLeftOut() {
        DiagramLayout spoilt = spoilt(bpmn -> remove(shape(bpmn, "UserTask_Verify")));
        assertThat(spoilt.undrawn()).contains("UserTask_Verify is not drawn");
    }

    @Test
    void flowLeftOut() {
        DiagramLayout spoilt = spoilt(bpmn -> remove(edge(bpmn, "Flow_VerifyToCriteriaMet")));
        assertThat(spoilt.undrawn()).contains("Flow_VerifyToCriteriaMet is not drawn");
    }

    @Test
    void labelWithoutPlace() {
        DiagramLayout spoilt =
                spoilt(bpmn -> remove(shape(bpmn, "Gateway_Relapsed").getBpmnLabel()));
        assertThat(spoilt.undrawn()).contains("Gateway_Relapsed has no place for its label");
    }

    @Test
    void shapeOnAnother() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(bounds(bpmn, "UserTask_MakePlan"), 110, 0));
        assertThat(spoilt.shapesOverlapping()).contains("UserTask_MakePlan overlaps UserTask_ReviewPlan");
    }

    @Test
    void stepHalfOutOfItsSubProcess() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(bounds(bpmn, "UserTask_HeadSign"), 0, -80));
        assertThat(spoilt.shapesOverlapping()).contains("UserTask_HeadSign sticks out of SubProcess_Rectify");
    }

    @Test
    void boundaryEventOffItsTask() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(bounds(bpmn, "Boundary_SigningOverdue"), 0, 15));
        assertThat(spoilt.shapesOverlapping())
                .contains("Boundary_SigningOverdue does not sit on the border of its task");
    }

    @Test
    void labelOnAShape() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(label(bpmn, "Gateway_SignedFor"), 0, 30));
        assertThat(spoilt.labelsCovered()).contains("label of Gateway_SignedFor overlaps Gateway_SignedFor");
    }

    @Test
    void labelOnALabel() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(label(bpmn, "EndEvent_Closed"), -57, -41));
        assertThat(spoilt.labelsCovered()).contains("label of EndEvent_Closed overlaps label of Flow_RelapsedToClosed");
    }

    @Test
    void labelStruckThrough() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(label(bpmn, "Gateway_CriteriaMet"), 0, -45));
        assertThat(spoilt.labelsCovered())
                .contains("label of Gateway_CriteriaMet is struck through by Flow_StrikeOffApprovedToVerifyingJoined");
    }

    @Test
    void labelClipped() {
        DiagramLayout spoilt = spoilt(bpmn -> label(bpmn, "Gateway_CriteriaMet").setHeight(14));
        assertThat(spoilt.textTooLong()).anyMatch(fault -> fault.contains("Gateway_CriteriaMet"));
    }

    @Test
    void taskWithTooManyWords() {
        DiagramLayout spoilt = spoilt(bpmn ->
                ((FlowElement) bpmn.getModelElementById("UserTask_LookBack")).setName("按照风险等级到现场核查整改成效".repeat(3)));
        assertThat(spoilt.textTooLong()).anyMatch(fault -> fault.contains("UserTask_LookBack"));
    }

    @Test
    void flowAslant() {
        DiagramLayout spoilt = spoilt(bpmn -> lastBend(bpmn, "Flow_MakePlanToReviewPlan", 0, 10));
        assertThat(spoilt.flowsOutOfLine()).contains("Flow_MakePlanToReviewPlan runs aslant");
    }

    @Test
    void flowEndingInTheAir() {
        DiagramLayout spoilt = spoilt(bpmn -> lastBend(bpmn, "Flow_MakePlanToReviewPlan", -10, 0));
        assertThat(spoilt.flowsOutOfLine())
                .contains("Flow_MakePlanToReviewPlan does not end at the border of its shapes");
    }

    @Test
    void flowThroughAShape() {
        DiagramLayout spoilt = spoilt(bpmn -> moved(bounds(bpmn, "UserTask_ConfirmDispatch"), 440, 0));
        assertThat(spoilt.flowsThroughShapes())
                .contains("Flow_SignedForToReturnsCapped runs through UserTask_ConfirmDispatch");
    }

    @Test
    void flowThroughItsOwnTarget() {
        DiagramLayout spoilt = spoilt(bpmn -> lastBend(bpmn, "Flow_MakePlanToReviewPlan", 100, 0));
        assertThat(spoilt.flowsThroughShapes()).contains("Flow_MakePlanToReviewPlan runs through UserTask_ReviewPlan");
    }

    @Test
    void flowOutOfItsSubProcess() {
        DiagramLayout spoilt =
                spoilt(bpmn -> shape(bpmn, "SubProcess_Rectify").getBounds().setHeight(160));
        assertThat(spoilt.flowsThroughShapes())
                .contains("Flow_HeadSignedToReportingJoined runs through SubProcess_Rectify");
    }

    @Test
    void flowsCrossing() {
        DiagramLayout spoilt = spoilt(bpmn -> lastBend(bpmn, "Flow_MakePlanToReviewPlan", 600, 0));
        assertThat(spoilt.flowsMeeting())
                .contains("Flow_MakePlanToReviewPlan meets Flow_StandingContinuesToOrdinaryJoined");
    }

    @Test
    void flowLeadingBackUndeclared() {
        DiagramLayout sound = new DiagramLayout(SOUND);
        assertThat(sound.flowsLeadingBack(Set.of())).contains("Flow_PlanAcceptedToPlanningJoined leads back");
    }

    @Test
    void declaredReturnThatLeadsOn() {
        DiagramLayout sound = new DiagramLayout(SOUND);
        assertThat(sound.flowsLeadingBack(Set.of("Flow_MakePlanToReviewPlan", "Flow_Gone")))
                .contains("Flow_MakePlanToReviewPlan does not lead back", "Flow_Gone is not in the model");
    }

    @Test
    void rowWithAStep() {
        DiagramLayout spoilt = spoilt(bpmn -> lastBend(bpmn, "Flow_MakePlanToReviewPlan", 0, 20));
        assertThat(spoilt.rowBroken(READING.rows().get(0))).contains("Flow_MakePlanToReviewPlan leaves its row");
        assertThat(spoilt.rowBroken(List.of("UserTask_SignFor", "UserTask_Verify")))
                .contains("no flow from UserTask_SignFor to UserTask_Verify");
    }

    private static DiagramLayout spoilt(Consumer<BpmnModelInstance> change) {
        return new DiagramLayout(SOUND.with(change));
    }

    private static BpmnShape shape(BpmnModelInstance bpmn, String id) {
        return bpmn.getModelElementById("Shape_" + id);
    }

    private static BpmnEdge edge(BpmnModelInstance bpmn, String id) {
        return bpmn.getModelElementById("Edge_" + id);
    }

    private static Bounds bounds(BpmnModelInstance bpmn, String id) {
        return shape(bpmn, id).getBounds();
    }

    private static Bounds label(BpmnModelInstance bpmn, String id) {
        return shape(bpmn, id).getBpmnLabel().getBounds();
    }

    private static void moved(Bounds bounds, double right, double down) {
        bounds.setX(bounds.getX() + right);
        bounds.setY(bounds.getY() + down);
    }

    private static void lastBend(BpmnModelInstance bpmn, String id, double right, double down) {
        Waypoint bend = Stream.of(edge(bpmn, id).getWaypoints().toArray(Waypoint[]::new))
                .reduce((first, second) -> second)
                .orElseThrow();
        bend.setX(bend.getX() + right);
        bend.setY(bend.getY() + down);
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }
}
