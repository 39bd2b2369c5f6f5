package org.duban.deadline;

import java.time.Instant;

/** One version of a year: which notice, who loaded it and when. Older versions stay. */
public record LoadedYear(int year, long version, String notice, String loadedBy, Instant loadedAt) {}
