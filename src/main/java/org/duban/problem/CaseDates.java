package org.duban.problem;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.duban.deadline.SubjectDeadline;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/** Tells the deadline ledger what a problem's own limit is and who takes part in it. */
@Component
class CaseDates implements SubjectDeadline, SubjectUnits {

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
}
