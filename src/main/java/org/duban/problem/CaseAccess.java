package org.duban.problem;

import java.util.Set;
import org.duban.evidence.CaseVisibility;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Component;

/**
 * Which problems the person of this thread may see: a unit's people only those in which their unit leads, is
 * responsible or supervises. Queries over many cases say the same with the view {@code case_unit} and
 * {@link Access#visibleUnits()}.
 */
@Component
public class CaseAccess implements CaseVisibility {

    private final ProblemStore store;
    private final Access access;

    CaseAccess(ProblemStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** False also for a number that does not exist, so that an answer does not give away which numbers do. */
    @Override
    public boolean maySee(CaseNo no) {
        return store.find(no)
                .map(problem -> problem.dispatch().concerned())
                .filter(this::sees)
                .isPresent();
    }

    private boolean sees(Set<UnitCode> units) {
        return access.sees(units);
    }
}
