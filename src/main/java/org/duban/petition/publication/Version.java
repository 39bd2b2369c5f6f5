package org.duban.petition.publication;

import java.time.LocalDate;
import org.duban.kernel.CaseNo;

/**
 * A version of a line as the public saw it from that moment on.
 *
 * @param serial its place in the table of its batch, which it keeps
 * @param sectionOn the day the letter was first published, which is the part of the table it stands in
 * @param row only its number when withdrawn
 * @param content what was published, as text; {@code sha256} is its hash
 */
public record Version(
        CaseNo no,
        int version,
        long batch,
        int serial,
        Change change,
        String reason,
        LocalDate sectionOn,
        PublicRow row,
        String content,
        String sha256,
        Signature confirmed,
        Signature released) {

    /** Whether the content is still the one that was hashed. */
    public boolean intact() {
        return PublishedContent.sha256(content).equals(sha256);
    }
}
