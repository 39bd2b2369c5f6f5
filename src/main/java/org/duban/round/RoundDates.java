package org.duban.round;

import java.util.Set;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Tells the deadline ledger who takes part in a round. */
@Component
class RoundDates implements SubjectUnits {

    private final RoundStore store;

    RoundDates(RoundStore store) {
        this.store = store;
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return caseNo.value().startsWith("DD") ? Set.copyOf(store.units(caseNo)) : Set.of();
    }
}
