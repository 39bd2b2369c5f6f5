package org.duban.notice;

import java.time.Instant;
import org.duban.kernel.CaseNo;

/**
 * A message that has left.
 *
 * @param first who of the group signed for it first: the proof of receipt 签阅; null while nobody has
 * @param mineAt when the person who asks read it; null when not yet
 */
public record Message(
        long id,
        String key,
        CaseNo caseNo,
        String group,
        MessageKind kind,
        String title,
        String text,
        String link,
        Instant leftAt,
        Reading first,
        Instant mineAt) {

    /** @param onBehalfOf the account of the absent colleague whose group it is, or null */
    public record Reading(String username, String onBehalfOf, Instant at) {}
}
