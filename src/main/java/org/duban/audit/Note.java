package org.duban.audit;

import java.time.Instant;

/**
 * An auditor's own note, no part of the record.
 *
 * @param step of the case's replay it is about; null for the whole case
 * @param withdrawnAt null while it stands
 */
public record Note(
        long id,
        String caseNo,
        Long step,
        String text,
        String byUsername,
        String byName,
        Instant at,
        Instant withdrawnAt) {}
