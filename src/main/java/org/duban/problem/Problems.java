package org.duban.problem;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.duban.kernel.CaseNo;

/** The read side of problems. None of it looks at who asks; {@link CaseAccess} does. */
public interface Problems {

    /** Everything of one case. */
    Optional<ProblemFile> file(CaseNo no);

    /** The rows already registered under these keys, for comparing a list before it is written. */
    Map<ListKey, ListedProblem> listed(Collection<ListKey> keys);
}
