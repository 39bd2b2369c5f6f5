package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** One issued level of a card: the row every count is made of; never changed once written. */
public record Issue(
        CaseNo card,
        int level,
        CaseNo subject,
        UnitCode unit,
        CardCause cause,
        Verdict verdict,
        LocalDate replyDueOn,
        LocalDate issuedOn,
        Instant issuedAt,
        Stamp approved,
        long paperId,
        String paperNumber) {

    public CardColour colour() {
        return verdict.colour();
    }
}
