package org.duban.round;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/**
 * A problem was behind schedule in two rounds running ({@code round.behindScheduleTwice}); said once for each second
 * round, when that is frozen.
 *
 * @param caseNo the problem
 */
public record BehindScheduleTwice(CaseNo caseNo, CaseNo round, CaseNo earlierRound, Instant at) implements Fact {

    @Override
    public String type() {
        return RoundFact.BEHIND_SCHEDULE_TWICE.event();
    }

    @Override
    public Actor by() {
        return Actor.system();
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("round", round.value(), "earlierRound", earlierRound.value());
    }
}
