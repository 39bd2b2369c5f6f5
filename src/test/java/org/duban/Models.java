package org.duban;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every model under {@code processes/}, read with the engine's own model API. */
final class Models {

    private static final Path PROCESSES = Path.of("processes");

    private Models() {}

    /** A process as drawn and as wired. */
    record Flow(Path file, BpmnModelInstance bpmn) {

        /** The file's name without its ending, which is also the process id. */
        String name() {
            return file.getFileName().toString().replace(".bpmn", "");
        }

        /** The feature the model belongs to: its folder. */
        String feature() {
            return file.getParent().getFileName().toString();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type);
        }

        String xml() {
            return Bpmn.convertToString(bpmn);
        }

        /** The same model with one thing changed; this one stays as it is. */
        Flow with(Consumer<BpmnModelInstance> change) {
            BpmnModelInstance copy = bpmn.clone();
            change.accept(copy);
            return new Flow(file, copy);
        }

        /** The same model with a piece of its text replaced wherever it stands. */
        Flow replacing(String text, String other) {
            String xml = xml();
            if (!xml.contains(text)) {
                throw new IllegalArgumentException(text + " does not occur in " + file);
            }
            byte[] changed = xml.replace(text, other).getBytes(StandardCharsets.UTF_8);
            return new Flow(file, Bpmn.readModelFromStream(new ByteArrayInputStream(changed)));
        }
    }

    /** A decision. */
    record Table(Path file, DmnModelInstance dmn) {

        String name() {
            return file.getFileName().toString().replace(".dmn", "");
        }
    }

    static List<Flow> flows() {
        return files(".bpmn").stream()
                .map(file -> new Flow(file, Bpmn.readModelFromFile(file.toFile())))
                .toList();
    }

    static Flow flow(String name) {
        return flows().stream()
                .filter(flow -> flow.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Table> tables() {
        return files(".dmn").stream()
                .map(file -> new Table(file, Dmn.readModelFromFile(file.toFile())))
                .toList();
    }

    /** {@code SignFor} of {@code UserTask_SignFor}. */
    static String words(FlowElement element) {
        return element.getId().substring(element.getId().indexOf('_') + 1);
    }

    /** The sub-process that holds the element, or null on the top level. */
    static SubProcess holder(FlowElement element) {
        return element.getParentElement() instanceof SubProcess holder ? holder : null;
    }

    static boolean within(FlowElement element, FlowNode holder) {
        SubProcess step = holder(element);
        while (step != null && !step.getId().equals(holder.getId())) {
            step = holder(step);
        }
        return step != null;
    }

    private static List<Path> files(String ending) {
        try (var walk = Files.walk(PROCESSES)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
