package org.duban.petition.repeat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/** A proposed look-back was taken up or declined; said on the problem's chain and on the letter's. */
record LookBackDecided(CaseNo caseNo, LookBack about, LookBack.Decision decision, String reason, Actor by, Instant at)
        implements Fact {

    @Override
    public String type() {
        return decision.event();
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("problem", about.problem().value());
        data.put("petition", about.letter().value());
        data.put("reason", reason);
        data.values().removeIf(value -> value == null);
        return data;
    }
}
