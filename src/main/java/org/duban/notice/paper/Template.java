package org.duban.notice.paper;

import java.time.Instant;

/**
 * A version of a kind's template, without its bytes.
 *
 * @param uploadedBy name of whoever uploaded it; null for those that came with the software
 */
public record Template(
        long id,
        PaperKind kind,
        int version,
        String fileName,
        String sha256,
        String reason,
        String uploadedBy,
        Instant uploadedAt) {

    public boolean shipped() {
        return uploadedBy == null;
    }
}
