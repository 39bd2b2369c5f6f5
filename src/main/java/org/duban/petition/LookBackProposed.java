package org.duban.petition;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/**
 * A repeat letter gives reason to look at a struck-off problem again ({@code petition.lookBackProposed}); said on the
 * problem's chain and on the letter's, so that each tells of it alone.
 *
 * @param caseNo whose chain it stands on
 */
public record LookBackProposed(CaseNo caseNo, CaseNo problem, CaseNo letter, long cluster, Actor by, Instant at)
        implements Fact {

    @Override
    public String type() {
        return "petition.lookBackProposed";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("problem", problem.value(), "petition", letter.value(), "cluster", cluster);
    }
}
