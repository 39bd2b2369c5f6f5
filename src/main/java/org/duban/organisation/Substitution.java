package org.duban.organisation;

import java.time.LocalDate;

/** Somebody stands in for an absent colleague on the days from {@code fromOn} to {@code toOn}, both included. */
public record Substitution(long id, String absent, String substitute, LocalDate fromOn, LocalDate toOn) {}
