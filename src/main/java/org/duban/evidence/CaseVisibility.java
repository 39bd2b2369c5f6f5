package org.duban.evidence;

import org.duban.kernel.CaseNo;

/** Asks the module that owns a case whether the person of this thread may see it. */
public interface CaseVisibility {

    /** False also when the module does not know the case. */
    boolean maySee(CaseNo caseNo);
}
