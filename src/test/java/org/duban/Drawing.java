package org.duban;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/**
 * The picture of a model as plain geometry. Elements without a picture are simply absent here.
 *
 * @param shapes by flow node
 * @param lines the bends of each sequence flow
 * @param labels where the text of an element stands, if it stands outside its shape
 */
record Drawing(Map<FlowNode, Box> shapes, Map<SequenceFlow, List<Box.Point>> lines, Map<FlowElement, Box> labels) {

    /** A straight piece of a flow. */
    record Stretch(Box.Point from, Box.Point to) {

        boolean upright() {
            return from.x() == to.x();
        }

        boolean level() {
            return from.y() == to.y();
        }

        /** True if the two touch anywhere. */
        boolean touches(Stretch other) {
            Box mine = Box.around(List.of(from, to)).shrunk(-0.5);
            return mine.overlaps(Box.around(List.of(other.from, other.to)).shrunk(-0.5));
        }
    }

    static Drawing of(Models.Flow flow) {
        Drawing drawing = new Drawing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (BpmnShape shape : flow.all(BpmnShape.class)) {
            BaseElement element = shape.getBpmnElement();
            if (element instanceof FlowNode node) {
                drawing.shapes.put(node, box(shape.getBounds()));
                drawing.keepLabel(node, shape.getBpmnLabel());
            }
        }
        for (BpmnEdge edge : flow.all(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow line) {
                drawing.lines.put(
                        line,
                        edge.getWaypoints().stream()
                                .map(bend -> new Box.Point(bend.getX(), bend.getY()))
                                .toList());
                drawing.keepLabel(line, edge.getBpmnLabel());
            }
        }
        return drawing;
    }

    List<Stretch> stretches(SequenceFlow line) {
        List<Box.Point> bends = lines.get(line);
        return IntStream.range(1, bends.size())
                .mapToObj(i -> new Stretch(bends.get(i - 1), bends.get(i)))
                .toList();
    }

    private void keepLabel(FlowElement element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.put(element, box(label.getBounds()));
        }
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
