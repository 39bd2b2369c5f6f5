package org.duban.petition;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;

/**
 * A letter was found to repeat an earlier one ({@code petition.repeated}); said once for each letter that is joined.
 *
 * @param caseNo the letter that repeats
 * @param cluster the letters of the matter are handled together under this number
 * @param count how many letters the matter has by now
 * @param unit the unit that answers for it, or for the earlier one; null before either is dispatched
 */
public record PetitionRepeated(CaseNo caseNo, long cluster, int count, UnitCode unit, Actor by, Instant at)
        implements Fact {

    @Override
    public String type() {
        return "petition.repeated";
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cluster", cluster);
        data.put("count", count);
        return data;
    }
}
