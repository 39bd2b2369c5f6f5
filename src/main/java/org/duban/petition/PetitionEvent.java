package org.duban.petition;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/**
 * One thing that happened to a letter, published inside the transaction that stores it. {@code seq} counts the letter's
 * events from 1 without a gap; {@code unit} is the unit concerned or null; {@code data} holds plain JSON values,
 * {@code changed} what the step made of the letter's fields, told once with the first of its facts.
 */
public record PetitionEvent(
        CaseNo no,
        long seq,
        Instant at,
        Actor by,
        UnitCode unit,
        PetitionFact fact,
        Map<String, Object> data,
        Map<String, Map<String, Object>> changed)
        implements Fact {

    @Override
    public CaseNo caseNo() {
        return no;
    }

    @Override
    public String type() {
        return fact.event();
    }

    /** The same at that place in the history. */
    public PetitionEvent numbered(long place) {
        return new PetitionEvent(no, place, at, by, unit, fact, data, changed);
    }
}
