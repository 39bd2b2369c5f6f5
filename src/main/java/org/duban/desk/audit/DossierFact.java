package org.duban.desk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Fact;

/**
 * Somebody took a case's dossier away; that is part of the case's record too.
 *
 * @param alone whether it is a zip of its own, whose bytes are recorded as one export; not one folder of many
 * @param sheets SHA-256 of each proof of service made for it, so that the record it carries proves them
 */
record DossierFact(CaseNo caseNo, Instant at, Actor by, boolean alone, List<String> sheets) implements Fact {

    @Override
    public String type() {
        return "dossier.exported";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("alone", alone, "sheets", sheets);
    }
}
