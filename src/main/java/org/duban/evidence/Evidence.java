package org.duban.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * One piece of evidence.
 *
 * @param sha256 hash of the bytes, lower-case hex; also the name of the file on disk
 * @param size in bytes
 * @param criterion code of the closure criterion it proves, null when the step has none
 * @param unit the unit that handed it in, null for the coordinator's and the leader's steps
 * @param takenOn day the photo was taken or the paper was made, null when not known
 * @param filedAt when its task was completed, null until then
 */
public record Evidence(
        UUID id,
        String sha256,
        String fileName,
        MediaKind kind,
        long size,
        CaseNo caseNo,
        String taskId,
        String criterion,
        UnitCode unit,
        LocalDate takenOn,
        String place,
        String uploadedBy,
        Instant uploadedAt,
        Instant filedAt) {

    public boolean filed() {
        return filedAt != null;
    }
}
