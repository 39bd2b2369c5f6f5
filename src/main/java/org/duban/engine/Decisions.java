package org.duban.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The office's rules as decision tables, in the version that was deployed last, evaluated with the matched rules at
 * hand. Evaluating leaves no trace in the engine's history, because rules are asked by the thousand: whoever acts on an
 * answer publishes rule and version with the fact ({@code rule}, {@code decision}), and the record adds what went in and
 * came out.
 */
@Component
public class Decisions {

    /** How long a node may go on with a version after another node deployed a newer one. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private final RepositoryService repository;
    private final EngineIdentity identity;
    private final Clock clock;
    private final DmnEngine dmn;
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> evaluated = new ThreadLocal<>();
    private final Map<String, Decision> byId = new ConcurrentHashMap<>();
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    Decisions(@Lazy RepositoryService repository, EngineIdentity identity, Clock clock) {
        this.repository = repository;
        this.identity = identity;
        this.clock = clock;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(RememberedFeel.factory());
        configuration.getCustomPostDecisionTableEvaluationListeners().add(evaluated::set);
        this.dmn = configuration.buildEngine();
    }

    /**
     * The decision as it is in force.
     *
     * @throws IllegalStateException when none of that key is deployed, which is a fault of the installation
     */
    public Decision latest(String key) {
        Newest known = newest.get(key);
        if (known != null && known.fresh()) {
            return known.decision();
        }
        DecisionDefinition definition = find(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult()))
                .orElseThrow(() -> new IllegalStateException("No decision '" + key + "' is deployed"));
        Decision decision = read(definition);
        newest.put(key, new Newest(decision, System.nanoTime()));
        return decision;
    }

    /** Every decision in force, in the order of names. */
    public List<Table> all() {
        return find(() -> repository
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .orderByDecisionDefinitionName()
                        .asc()
                        .list())
                .stream()
                .map(this::read)
                .map(Decision::table)
                .toList();
    }

    /** Every version of one decision, the newest first. */
    public List<Table> versions(String key) {
        return find(() -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list())
                .stream()
                .map(this::read)
                .map(Decision::table)
                .toList();
    }

    /** Makes this node ask again which versions are in force; to be called after a deployment. */
    public void forget() {
        newest.clear();
    }

    private Decision read(DecisionDefinition definition) {
        return byId.computeIfAbsent(
                definition.getId(),
                id -> find(() -> new Decision(
                        definition,
                        repository.getDmnModelInstance(id),
                        deployedAt(definition.getDeploymentId()),
                        dmn,
                        evaluated)));
    }

    private Instant deployedAt(String deployment) {
        return Optional.ofNullable(repository
                        .createDeploymentQuery()
                        .deploymentId(deployment)
                        .singleResult())
                .map(found -> found.getDeploymentTime().toInstant())
                .orElseGet(clock::instant);
    }

    private <T> T find(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        identity.asApplication(() -> answer.set(question.get()));
        return Objects.requireNonNull(answer.get());
    }

    private record Newest(Decision decision, long readAt) {

        boolean fresh() {
            return System.nanoTime() - readAt < STALE.toNanos();
        }
    }

    /**
     * A table as an office reads it.
     *
     * @param id of the deployed definition
     * @param inputs labels of the questions, and {@code outputs} labels of the answers, in the order of the cells
     */
    public record Table(
            String id,
            String key,
            String name,
            int version,
            Instant deployedAt,
            List<String> inputs,
            List<String> outputs,
            List<Rule> rules) {}

    /**
     * One row of a table.
     *
     * @param cells as written, inputs first; an empty one matches everything
     * @param annotation the clause the rule stands on, may be empty
     */
    public record Rule(String id, List<String> cells, String annotation) {}

    /** A rule that matched, with what it answers; {@code evaluation} is the whole answer, to be recorded with what follows. */
    public record Match(String rule, String annotation, Map<String, Object> outputs, Evaluation evaluation) {

        public String text(String output) {
            Object value = outputs.get(output);
            return value == null ? null : value.toString();
        }

        /** @return null where the cell is empty */
        public Integer number(String output) {
            return outputs.get(output) instanceof Number number ? number.intValue() : null;
        }

        public boolean flag(String output) {
            return Boolean.TRUE.equals(outputs.get(output));
        }
    }
}
