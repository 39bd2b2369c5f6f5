package org.duban.problem;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.deadline.SubjectDeadline;
import org.duban.deadline.SubjectFacts;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Tells the deadline ledger what a problem's own limit is, who takes part in it and what reminders say of it. */
@Component
class CaseDates implements SubjectDeadline, SubjectUnits, SubjectFacts {

    private final ProblemStore store;

    CaseDates(ProblemStore store) {
        this.store = store;
    }

    @Override
    public Optional<LocalDate> dueOn(CaseNo caseNo, String element) {
        return store.find(caseNo).map(problem -> problem.dispatch().deadline()).map(Deadline::dueOn);
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return store.find(caseNo).map(problem -> problem.dispatch().concerned()).orElse(Set.of());
    }

    @Override
    public Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        return store.facts(cases);
    }

    @Override
    public void lock(CaseNo caseNo) {
        store.lock(caseNo);
    }
}
