package org.duban.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;

/**
 * A unit that has not reported was chased ({@code round.unitChased}); at most once a day. {@link ChaseMessages} makes
 * a message of it; other channels may listen too.
 *
 * @param items problems the unit has to report on
 */
public record UnitChased(
        CaseNo round, YearMonth month, UnitCode unit, LocalDate reportDueOn, int items, Instant at, Actor by)
        implements Fact {

    /** The day it was chased on; a unit is chased once a day. */
    LocalDate day() {
        return LocalDate.ofInstant(at, Zones.CITY);
    }

    @Override
    public CaseNo caseNo() {
        return round;
    }

    @Override
    public String type() {
        return RoundFact.UNIT_CHASED.event();
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", unit.value());
        data.put("month", month.toString());
        data.put("reportDueOn", reportDueOn.toString());
        data.put("items", items);
        return data;
    }
}
