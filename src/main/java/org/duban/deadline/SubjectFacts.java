package org.duban.deadline;

import java.util.Collection;
import java.util.Map;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Asks the module that owns cases what rules and reminders need to know of them; that module implements it. */
public interface SubjectFacts {

    /** The facts of those of the cases the module knows, asked in one go. */
    Map<CaseNo, Facts> of(Collection<CaseNo> cases);

    /**
     * Keeps every other step on the case waiting until the transaction ends. Whoever moves a deadline takes the case
     * first and its deadlines after it, the order in which every step on a case takes them.
     */
    void lock(CaseNo caseNo);

    /**
     * @param priority 高, 中 or 低, as the decision tables say it
     * @param source where the case came from, in the office's words
     * @param leadUnit the unit that answers for the case as a whole; null while it is not settled
     */
    record Facts(String title, String priority, String source, UnitCode leadUnit) {

        static final Facts UNKNOWN = new Facts("", "中", "", null);
    }
}
