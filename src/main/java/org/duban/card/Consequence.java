package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * One line of the consequence ledger.
 *
 * @param points what is deducted, negative; null where nothing is
 * @param dueOn by when somebody has to carry it out; null when it takes effect by itself
 * @param rule table, version and row that decided it, {@code clause} what the row says of itself
 * @param done who carried it out; null while open or when it takes effect by itself
 * @param paperId the paper made for it; null where there is none
 * @param voidAt when the card was revoked and it fell away; null otherwise
 */
public record Consequence(
        long id,
        CaseNo card,
        int level,
        UnitCode unit,
        ConsequenceKind kind,
        Integer points,
        LocalDate dueOn,
        String clause,
        String rule,
        Instant decidedAt,
        LocalDate doneOn,
        String note,
        Stamp done,
        Long paperId,
        Instant voidAt) {

    /** Whether somebody still has to carry it out. */
    public boolean open() {
        return dueOn != null && done == null && voidAt == null;
    }
}
