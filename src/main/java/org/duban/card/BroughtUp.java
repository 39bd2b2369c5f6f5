package org.duban.card;

import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * A fact that may give cause for a card.
 *
 * @param key the same fact brought up again changes nothing
 * @param proposerName the person, unit or assessors it comes from
 * @param text the fact in a sentence, with what proves it
 */
public record BroughtUp(String key, CaseNo subject, UnitCode unit, CardFacts facts, String proposerName, String text) {}
