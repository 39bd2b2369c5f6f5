package org.duban.engine;

import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.context.annotation.Configuration;

/**
 * Deploys models and forms together through {@code META-INF/processes.xml}, so that a running case keeps the form it was
 * started with.
 */
@Configuration(proxyBeanMethods = false)
@EnableProcessApplication("duban")
class ProcessArchive {}
