package org.duban.deadline;

import java.time.Instant;

/** When the watch looks at a deadline again, and how far it has gone up the ladder by now. */
public record NextCheckpoint(long deadlineId, Integer rung, Instant at) {}
