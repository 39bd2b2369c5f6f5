package org.duban.deadline.process;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.duban.deadline.SubjectDeadline;
import org.duban.deadline.SubjectUnits;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;

/**
 * A module whose cases set their own date and belong to one county, for tests. Found by scanning rather than given to one test, because the
 * engine allows one application context at a time.
 */
@Component
class CardsOfJune implements SubjectDeadline, SubjectUnits {

    static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @Override
    public Optional<LocalDate> dueOn(CaseNo caseNo, String element) {
        return caseNo.value().startsWith("WT2024-91") ? Optional.of(DUE) : Optional.empty();
    }

    @Override
    public Set<UnitCode> of(CaseNo caseNo) {
        return caseNo.value().startsWith("WT2024-91") ? Set.of(UnitCode.of("350582")) : Set.of();
    }
}
