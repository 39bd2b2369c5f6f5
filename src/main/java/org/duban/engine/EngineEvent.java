package org.duban.engine;

import java.util.Map;

/**
 * One thing the engine did, as it did it.
 *
 * @param businessKey of the process instance or, when a called one has none, of the instance that called it; may be null
 * @param process key of the process definition, null for what belongs to no process
 * @param instance id of the process instance, may be null
 * @param definition id of the process definition, may be null
 * @param kind such as {@code task.complete} or {@code flow}
 * @param intervention true when somebody reached into the engine by hand, past the model
 * @param values what is known of it: plain text, numbers, booleans, lists and maps
 */
public record EngineEvent(
        String businessKey,
        String process,
        String instance,
        String definition,
        String kind,
        boolean intervention,
        Map<String, Object> values) {}
