package org.duban.desk.audit;

import java.time.Instant;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/** Somebody took a case's dossier away; that is part of the case's record too. */
record DossierFact(CaseNo caseNo, Instant at, Actor by) implements Fact {

    @Override
    public String type() {
        return "dossier.exported";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of();
    }
}
