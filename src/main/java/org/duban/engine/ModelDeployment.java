package org.duban.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together, so that a running case keeps the form it was started with; nothing is deployed when
 * nothing changed. Decision tables are deployed each by itself, so that a version is a change of that table; one that the
 * office has changed stays in force whatever a newer application brings along. Resource names are the same from classes and from inside the packaged artefact, which the engine's own
 * scan does not manage: there it would name them after their place in the archive, and no form would be found.
 */
@Component
class ModelDeployment {

    private static final String[] PATTERNS = {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.html"};

    private static final String TABLE = ".dmn";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deploy() {
        Map<String, Resource> resources = resources();
        DeploymentBuilder models = repository.createDeployment().name("duban").enableDuplicateFiltering(false);
        resources.forEach((name, resource) -> {
            if (name.endsWith(TABLE)) {
                deployTable(name, resource);
            } else {
                add(models, name, resource);
            }
        });
        models.deploy();
    }

    void deployTable(String name, Resource resource) {
        if (changedByOffice(name)) {
            log.info("{} stays as the office has set it; see /desk/settings/rules", name);
            return;
        }
        DeploymentBuilder table = repository.createDeployment().name(name).enableDuplicateFiltering(false);
        add(table, name, resource);
        table.deploy();
    }

    private boolean changedByOffice(String name) {
        String key = name.substring(name.lastIndexOf('/') + 1, name.length() - TABLE.length());
        DecisionDefinition inForce = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return inForce != null
                && repository
                                .createDeploymentQuery()
                                .deploymentId(inForce.getDeploymentId())
                                .deploymentSource(RuleBook.OFFICE)
                                .count()
                        > 0;
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Resource> resources() {
        Map<String, Resource> resources = new TreeMap<>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : PATTERNS) {
                String folder = pattern.substring(0, pattern.indexOf('/') + 1);
                for (Resource resource : resolver.getResources("classpath:" + pattern)) {
                    String address = resource.getURL().toString();
                    resources.put(address.substring(address.lastIndexOf("/" + folder) + 1), resource);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }
}
