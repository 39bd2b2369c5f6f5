package org.duban.petition;

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

/** Tells the deadline ledger what a letter's own limit is, who takes part in it and what reminders say of it. */
@Component("petitionDates")
class CaseDates implements SubjectDeadline, SubjectUnits, SubjectFacts {

    /** The task that ends a leader's case. */
    private static final String CONCLUSION = "UserTask_ConcludeCase";

    private final PetitionStore store;
    private final Proceedings proceedings;

    CaseDates(PetitionStore store, Proceedings proceedings) {
        this.store = store;
        this.proceedings = proceedings;
    }

    @Override
    public Optional<LocalDate> dueOn(CaseNo caseNo, String element) {
        if (!mine(caseNo)) {
            return Optional.empty();
        }
        return element.equals(CONCLUSION)
                ? lastTakenUp(caseNo)
                : store.find(caseNo).map(petition -> petition.course().dueOn());
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return mine(caseNo) ? store.find(caseNo).map(Petition::units).orElse(Set.of()) : Set.of();
    }

    @Override
    public Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        return store.facts(cases.stream().filter(CaseDates::mine).toList());
    }

    @Override
    public void lock(CaseNo caseNo) {
        if (mine(caseNo)) {
            store.lock(caseNo);
        }
    }

    /** The day the leader has set. */
    private Optional<LocalDate> lastTakenUp(CaseNo no) {
        return proceedings.checks(no).stream()
                .filter(check -> check.stage() == Check.Stage.LEADER && check.onDay() != null)
                .map(Check::onDay)
                .reduce((earlier, later) -> later);
    }

    private static boolean mine(CaseNo no) {
        return PetitionDeadlines.concerns(no);
    }
}
