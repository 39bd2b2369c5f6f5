package org.duban.petition;

import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;

/**
 * What registering a letter would come to, without doing it.
 *
 * @param known the letter there already under its number with the same words; null for a new one
 * @param refusal why it would be refused; null when it would not
 */
public record Outlook(CaseNo known, Refusal refusal) {}
