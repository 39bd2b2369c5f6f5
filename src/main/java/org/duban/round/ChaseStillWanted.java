package org.duban.round;

import java.util.Collection;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.notice.StillWanted;
import org.springframework.stereotype.Component;

/** A unit that has reported meanwhile is not chased any more. */
@Component
class ChaseStillWanted implements StillWanted {

    private final RoundStore store;

    ChaseStillWanted(RoundStore store) {
        this.store = store;
    }

    static String key(CaseNo round, UnitCode unit) {
        return round + "/" + unit;
    }

    @Override
    public Set<String> stillWanted(Collection<String> subjectKeys) {
        return store.stillOpen(subjectKeys);
    }
}
