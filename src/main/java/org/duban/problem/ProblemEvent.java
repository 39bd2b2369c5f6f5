package org.duban.problem;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/**
 * One thing that happened to a problem, published inside the transaction that stores it. {@code seq} counts the
 * problem's events from 1 without a gap; {@code unit} is the unit concerned or null; {@code data} holds plain JSON
 * values, {@code changed} what the step made of the problem's fields, told once with the first of its facts.
 */
public record ProblemEvent(
        CaseNo no,
        long seq,
        Instant at,
        Actor by,
        UnitCode unit,
        ProblemFact fact,
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
    public ProblemEvent numbered(long place) {
        return new ProblemEvent(no, place, at, by, unit, fact, data, changed);
    }
}
