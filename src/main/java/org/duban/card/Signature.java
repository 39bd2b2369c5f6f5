package org.duban.card;

/** Who signed for the notice of a level. */
public record Signature(int level, String note, Stamp stamp) {}
