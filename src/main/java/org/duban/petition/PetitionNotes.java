package org.duban.petition;

import java.util.Map;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a letter's history what happened to it beside its course, such as its publication. */
@Component
public class PetitionNotes {

    private final PetitionRecords records;

    PetitionNotes(PetitionRecords records) {
        this.records = records;
    }

    /** The caller's transaction holds the letter's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CaseNo no, PetitionFact fact, UnitCode unit, Map<String, Object> data, Actor by) {
        Petition petition = records.find(no);
        records.save(petition, petition, by, new Said(fact, unit, data));
    }
}
