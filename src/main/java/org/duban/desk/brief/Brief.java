package org.duban.desk.brief;

import java.time.Instant;
import org.duban.kernel.CaseNo;

/** A draft made from a round; {@code version} counts the drafts of its kind. */
public record Brief(
        CaseNo round,
        BriefKind kind,
        int version,
        Instant madeAt,
        String madeBy,
        String fileName,
        String sha256,
        String figuresHash) {

    /** As in the address of its page: {@code brief-1}. */
    public String address() {
        return kind.address() + "-" + version;
    }
}
