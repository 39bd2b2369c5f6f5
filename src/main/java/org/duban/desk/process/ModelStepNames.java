package org.duban.desk.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.duban.desk.StepNames;
import org.duban.engine.EngineIdentity;
import org.springframework.stereotype.Component;

/** Reads the names from the models in force, once for each set of versions. */
@Component
class ModelStepNames implements StepNames {

    private record Known(List<String> definitions, Map<String, String> names) {}

    private final RepositoryService repository;
    private final EngineIdentity identity;
    private volatile Known known = new Known(List.of(), Map.of());

    ModelStepNames(RepositoryService repository, EngineIdentity identity) {
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public Map<String, String> all() {
        identity.asApplication(this::refresh);
        return known.names();
    }

    private void refresh() {
        List<String> definitions = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .sorted()
                .toList();
        if (!definitions.equals(known.definitions())) {
            known = new Known(definitions, names(definitions));
        }
    }

    private Map<String, String> names(List<String> definitions) {
        Map<String, String> names = new HashMap<>();
        for (String definition : definitions) {
            repository.getBpmnModelInstance(definition).getModelElementsByType(FlowElement.class).stream()
                    .filter(element -> element.getName() != null)
                    .forEach(element -> names.putIfAbsent(element.getId(), element.getName()));
        }
        return Map.copyOf(names);
    }
}
