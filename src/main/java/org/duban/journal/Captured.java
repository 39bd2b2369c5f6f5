package org.duban.journal;

import java.util.Map;
import org.duban.kernel.Actor;

/**
 * One event as it was seen, before it becomes part of an entry.
 *
 * @param username who was signed in, null for the system's own work
 * @param actor who acts by the fact's own word, null for events of the engine
 * @param process id of the process instance, may be null
 */
record Captured(
        String chain,
        String username,
        Actor actor,
        String process,
        String definition,
        boolean intervention,
        Map<String, Object> event) {}
