package org.duban.petition;

import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way to who wrote a letter: asks a purpose, and says in the letter's record that somebody looked. */
@Service
public class Unmaskings {

    private static final int SHORTEST = 5;

    private final PetitionRecords records;
    private final Identities identities;
    private final IdentityStore store;

    Unmaskings(PetitionRecords records, Identities identities, IdentityStore store) {
        this.records = records;
        this.identities = identities;
        this.store = store;
    }

    /**
     * Shows the identity and records it, both or neither.
     *
     * @param by somebody who may; the caller checks it
     */
    @Transactional
    public Identity unmask(CaseNo no, String purpose, Actor by) {
        String why = Fields.text("purpose", purpose, "查看用途");
        if (why.length() < SHORTEST) {
            throw new Refusal("purpose", "请写清楚查看用途（至少 " + SHORTEST + " 个字），如“电话回访核实整改效果”。");
        }
        Petition petition = records.lock(no);
        Identity identity = identities.open(no).orElseThrow(() -> new Refusal("信访件 " + no + " 没有登记信访人身份，来件原文也没有隐藏内容。"));
        store.addUnmasking(no, why, by, records.now());
        records.save(petition, petition, by, Said.of(PetitionFact.PETITIONER_UNMASKED, null, "purpose", why));
        return identity;
    }

    /** Every look, the newest first, for the auditor. */
    @Transactional(readOnly = true)
    public List<Unmasking> all(int size, int offset) {
        return store.unmaskings(size, offset);
    }

    @Transactional(readOnly = true)
    public List<Unmasking> of(CaseNo no) {
        return store.unmaskings(no);
    }
}
