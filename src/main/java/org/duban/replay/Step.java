package org.duban.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One step of a replay: one entry of the record.
 *
 * @param process the process instance it moved, null when it moved none
 */
public record Step(
        @Schema(description = "从 1 起 / From 1") long step,
        Instant at,
        @Schema(description = "办理人账号 / Account") String actor,
        String actorName,

        @Schema(description = "代谁办理 / Account of the absent colleague")
        String onBehalfOf,

        @Schema(description = "经由 / Way in") String channel,
        @Schema(description = "手工干预 / Done past the model") boolean intervention,
        @Schema(description = "事项 / In words") String what,
        String process) {}
