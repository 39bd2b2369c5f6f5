package org.duban.card;

import java.util.Map;
import org.duban.kernel.CaseNo;

/**
 * One fact that was brought up for a card, with what the rules looked at then and what they said.
 *
 * @param level the level it asks for: 1 a card, 2 yellow turned red
 * @param proposerName the person, unit or assessors it came from
 */
public record Proposal(
        long id,
        CaseNo card,
        int level,
        String factKey,
        ProposerKind proposer,
        String proposerName,
        String text,
        Map<String, Object> facts,
        Verdict verdict,
        Stamp stamp) {}
