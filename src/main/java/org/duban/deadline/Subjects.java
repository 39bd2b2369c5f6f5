package org.duban.deadline;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cases deadlines belong to, whichever module owns them. */
@Component("deadlineSubjects")
public class Subjects {

    private final ObjectProvider<SubjectFacts> owners;
    private final ObjectProvider<SubjectUnits> parties;

    Subjects(ObjectProvider<SubjectFacts> owners, ObjectProvider<SubjectUnits> parties) {
        this.owners = owners;
        this.parties = parties;
    }

    public Facts of(CaseNo caseNo) {
        return of(List.of(caseNo)).getOrDefault(caseNo, Facts.UNKNOWN);
    }

    public Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        Map<CaseNo, Facts> facts = new HashMap<>();
        owners.orderedStream().forEach(owner -> facts.putAll(owner.of(cases)));
        return facts;
    }

    /** The units that take part in the case, and so may see it; none when nobody knows the case. */
    public Set<UnitCode> units(CaseNo caseNo) {
        Set<UnitCode> units = new HashSet<>();
        parties.orderedStream().forEach(owner -> units.addAll(owner.of(caseNo)));
        return units;
    }

    /** Keeps every other step on the case waiting; to be taken before its deadlines. */
    public void lock(CaseNo caseNo) {
        owners.orderedStream().forEach(owner -> owner.lock(caseNo));
    }
}
