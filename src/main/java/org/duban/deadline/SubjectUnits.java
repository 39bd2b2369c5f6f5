package org.duban.deadline;

import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/** Asks the module that owns a case which units take part in it, and so may see its deadlines. */
public interface SubjectUnits {

    /** The units of the case; none when the module does not know the case. */
    Set<UnitCode> of(CaseNo caseNo);
}
