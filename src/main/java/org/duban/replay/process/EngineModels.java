package org.duban.replay.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.duban.engine.EngineIdentity;
import org.duban.replay.Models;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine's repository; a version never changes, so each is asked for once. */
@Component
class EngineModels implements Models {

    private record Known(String name, int version) {}

    private final RepositoryService repository;
    private final EngineIdentity identity;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    EngineModels(@Lazy RepositoryService repository, EngineIdentity identity) {
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public String name(String definition) {
        return find(definition).name();
    }

    @Override
    public int version(String definition) {
        return find(definition).version();
    }

    private Known find(String definition) {
        if (definition == null) {
            return new Known("流程", 0);
        }
        Known found = known.get(definition);
        if (found == null) {
            found = definition(definition)
                    .map(there -> new Known(there.getName(), there.getVersion()))
                    .orElse(new Known("已删除的流程版本", 0));
            known.put(definition, found);
        }
        return found;
    }

    private Optional<ProcessDefinition> definition(String definition) {
        return asApplication(() -> Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult()));
    }

    @Override
    public Optional<String> bpmn(String definition) {
        return definition(definition).map(there -> asApplication(() -> read(there.getId())));
    }

    private String read(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asApplication(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        identity.asApplication(() -> answer.set(question.get()));
        return answer.get();
    }
}
