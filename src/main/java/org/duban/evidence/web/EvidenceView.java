package org.duban.evidence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.evidence.Evidence;
import org.duban.evidence.Handed;
import org.duban.kernel.CaseNo;

/** A piece of evidence as the API answers it. */
record EvidenceView(
        UUID id,
        String sha256,
        String name,
        long size,
        String mediaType,
        boolean shown,
        String caseNo,
        String taskId,
        String criterion,
        String unit,
        LocalDate takenOn,
        String place,
        String uploadedBy,
        Instant uploadedAt,
        boolean filed,
        List<String> sameFileIn,
        int sameFileElsewhere,
        String content) {

    static EvidenceView of(Handed handed) {
        Evidence evidence = handed.evidence();
        return new EvidenceView(
                evidence.id(),
                evidence.sha256(),
                evidence.fileName(),
                evidence.size(),
                evidence.kind().mediaType(),
                evidence.kind().shown(),
                evidence.caseNo().value(),
                evidence.taskId(),
                evidence.criterion(),
                evidence.unit() == null ? null : evidence.unit().value(),
                evidence.takenOn(),
                evidence.place(),
                evidence.uploadedBy(),
                evidence.uploadedAt(),
                evidence.filed(),
                handed.sameFileIn().stream().map(CaseNo::value).toList(),
                handed.sameFileElsewhere(),
                "/api/evidence/" + evidence.id() + "/content");
    }
}
