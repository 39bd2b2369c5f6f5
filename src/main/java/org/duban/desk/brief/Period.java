package org.duban.desk.brief;

import java.time.Instant;

/** From the end of the round before, not counted, to the end of this one. */
public record Period(Instant after, Instant to) {}
