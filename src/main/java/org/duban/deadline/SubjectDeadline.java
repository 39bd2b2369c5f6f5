package org.duban.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** Asks the module that owns a case for the case's own due date; that module implements it. */
public interface SubjectDeadline {

    /**
     * The day the case itself sets for an element of its process; empty when it sets none.
     *
     * @param element id of the model element, such as {@code UserTask_ReportDone}
     */
    Optional<LocalDate> dueOn(CaseNo caseNo, String element);
}
