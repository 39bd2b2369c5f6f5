package org.duban.petition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;

/** Keeps sealed identities, and every look at one. */
public interface IdentityStore {

    void add(CaseNo no, IdentityKeys.Sealed sealed, Instant at);

    Optional<IdentityKeys.Sealed> find(CaseNo no);

    void addUnmasking(CaseNo no, String purpose, Actor by, Instant at);

    /** The newest first. */
    List<Unmasking> unmaskings(int size, int offset);

    List<Unmasking> unmaskings(CaseNo no);
}
