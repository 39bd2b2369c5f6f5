package org.duban.card;

/**
 * A unit's objection.
 *
 * @param upheld null, like {@code answer} and {@code decided}, while nobody has decided
 */
public record Objection(long id, int level, String text, Stamp stamp, Boolean upheld, String answer, Stamp decided) {}
