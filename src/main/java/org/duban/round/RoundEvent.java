package org.duban.round;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/** Something that happened to a round as a whole or to one unit in it; {@code unit} is null for the whole. */
public record RoundEvent(CaseNo caseNo, RoundFact fact, UnitCode unit, Instant at, Actor by, Map<String, Object> data)
        implements Fact {

    @Override
    public String type() {
        return fact.event();
    }
}
