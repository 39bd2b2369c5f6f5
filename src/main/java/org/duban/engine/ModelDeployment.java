package org.duban.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together, so that a running case keeps the form it was started with; nothing is deployed when
 * nothing changed. Resource names are the same from classes and from inside the packaged artefact, which the engine's own
 * scan does not manage: there it would name them after their place in the archive, and no form would be found.
 */
@Component
class ModelDeployment {

    private static final String[] PATTERNS = {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.html"};

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("duban").enableDuplicateFiltering(false);
        resources().forEach((name, resource) -> add(deployment, name, resource));
        deployment.deploy();
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
