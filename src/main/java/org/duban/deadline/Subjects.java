package org.duban.deadline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.deadline.SubjectFacts.Facts;
import org.duban.kernel.CaseNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cases deadlines belong to, whichever module owns them. */
@Component("deadlineSubjects")
class Subjects {

    private final ObjectProvider<SubjectFacts> owners;

    Subjects(ObjectProvider<SubjectFacts> owners) {
        this.owners = owners;
    }

    Facts of(CaseNo caseNo) {
        return of(List.of(caseNo)).getOrDefault(caseNo, Facts.UNKNOWN);
    }

    Map<CaseNo, Facts> of(Collection<CaseNo> cases) {
        Map<CaseNo, Facts> facts = new HashMap<>();
        owners.orderedStream().forEach(owner -> facts.putAll(owner.of(cases)));
        return facts;
    }

    void lock(CaseNo caseNo) {
        owners.orderedStream().forEach(owner -> owner.lock(caseNo));
    }
}
