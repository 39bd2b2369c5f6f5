package org.duban.deadline;

import java.util.List;

/** All that one sweep did. */
public record RungsReached(List<RungReached> rungs) {}
