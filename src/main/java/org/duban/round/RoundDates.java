package org.duban.round;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.duban.deadline.SubjectFacts;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Tells the deadline ledger what a round is called and who takes part in it. */
@Component
class RoundDates implements SubjectUnits, SubjectFacts {

    private final RoundStore store;

    RoundDates(RoundStore store) {
        this.store = store;
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return isRound(caseNo) ? Set.copyOf(store.units(caseNo)) : Set.of();
    }

    @Override
    public Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        Map<CaseNo, Facts> facts = new LinkedHashMap<>();
        cases.stream().filter(RoundDates::isRound).forEach(no -> facts.put(no, facts(no)));
        return facts;
    }

    // A round matters alike to everybody, and no unit answers for it as a whole.
    private static Facts facts(CaseNo no) {
        return new Facts(Round.monthWords(Round.monthOf(no.value())) + "调度", "中", "", null);
    }

    @Override
    public void lock(CaseNo caseNo) {
        if (isRound(caseNo)) {
            store.lock(caseNo);
        }
    }

    private static boolean isRound(CaseNo caseNo) {
        return caseNo.value().startsWith("DD");
    }
}
