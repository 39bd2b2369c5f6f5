package org.duban.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One process instance of a case as it stood: the case's own, an approval beside it, the next round after a relapse.
 *
 * @param definition id of the version of the model that ran
 * @param underway elements that the engine goes on from by itself in a moment
 * @param done how often each element was left
 * @param flows how often each sequence flow was taken
 */
public record Run(
        String process,
        String key,
        String definition,
        long startedAtStep,
        @Schema(description = "未结束时为空 / Null while it runs") Long endedAtStep,
        List<Token> tokens,
        List<String> underway,
        Map<String, Integer> done,
        Map<String, Integer> flows) {

    /**
     * Where a process stood.
     *
     * @param element id in the model
     * @param groups candidate groups of a task
     */
    public record Token(
            String element,
            String name,
            String type,
            String task,
            List<String> groups,
            String assignee,
            Instant dueAt,
            long sinceStep) {}
}
