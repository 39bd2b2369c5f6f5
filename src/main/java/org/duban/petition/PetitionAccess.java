package org.duban.petition;

import org.duban.evidence.CaseVisibility;
import org.duban.kernel.CaseNo;
import org.duban.organisation.Access;
import org.springframework.stereotype.Component;

/**
 * Which letters the person of this thread may see: a unit's people only those in which their unit has a share. Queries
 * over many cases say the same with the view {@code case_unit}.
 */
@Component
public class PetitionAccess implements CaseVisibility {

    private final PetitionStore store;
    private final Access access;

    PetitionAccess(PetitionStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** False also for a number that does not exist, so that an answer does not give away which numbers do. */
    @Override
    public boolean maySee(CaseNo no) {
        return PetitionDeadlines.concerns(no)
                && store.find(no)
                        .filter(petition -> access.sees(petition.units()))
                        .isPresent();
    }
}
