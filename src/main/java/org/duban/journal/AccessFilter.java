package org.duban.journal;

import java.time.Instant;

/** Which exports and readings; what is null is not asked for. */
public record AccessFilter(Access.Kind kind, String person, String caseNo, Instant from, Instant until) {}
