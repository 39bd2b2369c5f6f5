package org.duban;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What an officer may expect of a picture before reading it aloud. Each rule returns the faults it found, in words. */
final class DiagramLayout {

    /** Width of a Chinese character and height of a line as the viewers draw them, in pixels. */
    private static final double CHARACTER = 12;

    private static final double LINE = 14;

    /** Free space the viewers keep inside a task, left and right together. */
    private static final double PADDING = 10;

    private final Models.Flow flow;
    private final Drawing drawing;

    DiagramLayout(Models.Flow flow) {
        this.flow = flow;
        this.drawing = Drawing.of(flow);
    }

    List<String> undrawn() {
        List<String> faults = new ArrayList<>();
        for (FlowElement element : flow.all(FlowElement.class)) {
            boolean drawn = element instanceof FlowNode node
                    ? drawing.shapes().containsKey(node)
                    : !(element instanceof SequenceFlow line)
                            || drawing.lines().getOrDefault(line, List.of()).size() > 1;
            if (!drawn) {
                faults.add(element.getId() + " is not drawn");
            }
            boolean inside = element instanceof Activity;
            boolean named = element.getName() != null && !element.getName().isBlank();
            if (named && !inside && !drawing.labels().containsKey(element)) {
                faults.add(element.getId() + " has no place for its label");
            }
        }
        return faults;
    }

    List<String> shapesOverlapping() {
        List<String> faults = new ArrayList<>();
        List<FlowNode> nodes = List.copyOf(drawing.shapes().keySet());
        for (int i = 0; i < nodes.size(); i++) {
            for (FlowNode other : nodes.subList(i + 1, nodes.size())) {
                FlowNode node = nodes.get(i);
                if (!belongTogether(node, other) && shape(node).overlaps(shape(other))) {
                    faults.add(node.getId() + " overlaps " + other.getId());
                }
            }
        }
        for (FlowNode node : nodes) {
            SubProcess holder = Models.holder(node);
            if (holder != null && !shape(holder).contains(shape(node))) {
                faults.add(node.getId() + " sticks out of " + holder.getId());
            }
            if (node instanceof BoundaryEvent event) {
                Box box = shape(event);
                Box.Point middle = new Box.Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
                if (!shape(event.getAttachedTo()).borders(middle)) {
                    faults.add(node.getId() + " does not sit on the border of its task");
                }
            }
        }
        return faults;
    }

    List<String> labelsCovered() {
        List<String> faults = new ArrayList<>();
        List<FlowElement> owners = List.copyOf(drawing.labels().keySet());
        for (int i = 0; i < owners.size(); i++) {
            FlowElement owner = owners.get(i);
            Box label = drawing.labels().get(owner);
            for (FlowElement other : owners.subList(i + 1, owners.size())) {
                if (label.overlaps(drawing.labels().get(other))) {
                    faults.add("label of " + owner.getId() + " overlaps label of " + other.getId());
                }
            }
            for (FlowNode node : drawing.shapes().keySet()) {
                boolean around = node instanceof SubProcess && Models.within(owner, node);
                if (around && !shape(node).contains(label)) {
                    faults.add("label of " + owner.getId() + " sticks out of " + node.getId());
                }
                if (!around && label.overlaps(shape(node))) {
                    faults.add("label of " + owner.getId() + " overlaps " + node.getId());
                }
            }
            for (SequenceFlow line : drawing.lines().keySet()) {
                if (drawing.stretches(line).stream().anyMatch(piece -> label.isCrossedBy(piece.from(), piece.to()))) {
                    faults.add("label of " + owner.getId() + " is struck through by " + line.getId());
                }
            }
        }
        return faults;
    }

    /** Text wraps anywhere between Chinese characters; what does not fit its box is cut off or runs over the next shape. */
    List<String> textTooLong() {
        List<String> faults = new ArrayList<>();
        drawing.shapes().forEach((node, box) -> {
            if (node instanceof Activity) {
                double height = node instanceof SubProcess ? LINE : box.height() - PADDING;
                check(node, box.width() - PADDING, height, faults);
            }
        });
        drawing.labels().forEach((owner, box) -> check(owner, box.width(), box.height(), faults));
        return faults;
    }

    List<String> flowsOutOfLine() {
        List<String> faults = new ArrayList<>();
        drawing.lines().forEach((line, bends) -> {
            for (Drawing.Stretch piece : drawing.stretches(line)) {
                if (!piece.level() && !piece.upright()) {
                    faults.add(line.getId() + " runs aslant");
                }
            }
            if (!touches(line.getSource(), bends.get(0)) || !touches(line.getTarget(), bends.get(bends.size() - 1))) {
                faults.add(line.getId() + " does not end at the border of its shapes");
            }
        });
        return faults;
    }

    List<String> flowsThroughShapes() {
        List<String> faults = new ArrayList<>();
        for (SequenceFlow line : drawing.lines().keySet()) {
            for (FlowNode node : drawing.shapes().keySet()) {
                boolean around = node instanceof SubProcess && Models.within(line, node);
                boolean out = around && !drawing.lines().get(line).stream().allMatch(shape(node)::contains);
                boolean through = !around
                        && drawing.stretches(line).stream()
                                .anyMatch(piece -> shape(node).isCrossedBy(piece.from(), piece.to()));
                if (out || through) {
                    faults.add(line.getId() + " runs through " + node.getId());
                }
            }
        }
        return faults;
    }

    /** Two flows meet only in a shape: a crossing can be read two ways. */
    List<String> flowsMeeting() {
        List<String> faults = new ArrayList<>();
        List<SequenceFlow> lines = List.copyOf(drawing.lines().keySet());
        for (int i = 0; i < lines.size(); i++) {
            for (SequenceFlow other : lines.subList(i + 1, lines.size())) {
                SequenceFlow line = lines.get(i);
                boolean meet = drawing.stretches(line).stream()
                        .anyMatch(piece -> drawing.stretches(other).stream().anyMatch(piece::touches));
                if (meet) {
                    faults.add(line.getId() + " meets " + other.getId());
                }
            }
        }
        return faults;
    }

    /** A flow leads to the right or straight up or down, unless it is declared to lead back. */
    List<String> flowsLeadingBack(Set<String> declared) {
        List<String> faults = new ArrayList<>();
        for (SequenceFlow line : drawing.lines().keySet()) {
            boolean back =
                    shape(line.getTarget()).right() <= shape(line.getSource()).x();
            if (back && !declared.contains(line.getId())) {
                faults.add(line.getId() + " leads back");
            }
            if (!back && declared.contains(line.getId())) {
                faults.add(line.getId() + " does not lead back");
            }
        }
        declared.stream()
                .filter(id -> flow.bpmn().getModelElementById(id) == null)
                .forEach(id -> faults.add(id + " is not in the model"));
        return faults;
    }

    /** The elements of a row follow each other to the right along one straight level line. */
    List<String> rowBroken(List<String> row) {
        List<String> faults = new ArrayList<>();
        Map<String, SequenceFlow> exits = new HashMap<>();
        drawing.lines()
                .keySet()
                .forEach(line -> exits.put(
                        line.getSource().getId() + ">" + line.getTarget().getId(), line));
        Double level = null;
        for (int i = 1; i < row.size(); i++) {
            SequenceFlow line = exits.get(row.get(i - 1) + ">" + row.get(i));
            if (line == null) {
                faults.add("no flow from " + row.get(i - 1) + " to " + row.get(i));
                continue;
            }
            List<Box.Point> bends = drawing.lines().get(line);
            level = level == null ? bends.get(0).y() : level;
            boolean straight = bends.size() == 2
                    && bends.get(0).y() == level
                    && bends.get(1).y() == level;
            if (!straight || bends.get(1).x() <= bends.get(0).x()) {
                faults.add(line.getId() + " leaves its row");
            }
        }
        return faults;
    }

    private void check(FlowElement element, double width, double height, List<String> faults) {
        String text = element.getName() == null ? "" : element.getName();
        double perLine = Math.floor(width / CHARACTER);
        double length = text.chars().mapToDouble(c -> c < 0x2E80 ? 0.6 : 1).sum();
        if (Math.ceil(length / perLine) * LINE > height) {
            faults.add("text of " + element.getId() + " does not fit: " + text);
        }
    }

    private boolean belongTogether(FlowNode one, FlowNode other) {
        return Models.within(one, other)
                || Models.within(other, one)
                || one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent host && host.getAttachedTo().equals(one);
    }

    private boolean touches(FlowNode node, Box.Point point) {
        return shape(node).borders(point);
    }

    /** The shape of a node; a node without one is reported by {@link #undrawn()} and takes no room here. */
    private Box shape(FlowNode node) {
        return drawing.shapes().getOrDefault(node, new Box(Double.NaN, Double.NaN, 0, 0));
    }
}
