package org.duban.deadline.process;

import java.time.LocalDate;
import java.util.Optional;
import org.duban.deadline.SubjectDeadline;
import org.duban.kernel.CaseNo;
import org.springframework.stereotype.Component;

/**
 * A module whose cases set their own date, for tests. Found by scanning rather than given to one test, because the
 * engine allows one application context at a time.
 */
@Component
class CardsOfJune implements SubjectDeadline {

    static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @Override
    public Optional<LocalDate> dueOn(CaseNo caseNo, String element) {
        return caseNo.value().startsWith("HP2025-91") ? Optional.of(DUE) : Optional.empty();
    }
}
