/**
 * Camunda's set-up: schema, clock, guards against the open holes of 7.24.0, job executor, and the small helpers every
 * process room uses. The only module that may touch the engine's internal classes.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"kernel"})
package org.duban.engine;
