package org.duban.card;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/**
 * Something that happened to a card, published inside the transaction that stores it. Told of the card itself, with the
 * subject's number in {@code data}; what matters for the subject is told of it once more, with the card's number, so that
 * either record alone tells the story.
 */
public record CardFact(
        CaseNo caseNo,
        CardEvent event,
        Instant at,
        Actor by,
        UnitCode unit,
        Map<String, Object> data,
        Map<String, Map<String, Object>> changed)
        implements Fact {

    @Override
    public String type() {
        return event.event();
    }
}
