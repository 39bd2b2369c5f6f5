package org.duban.deadline.request;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.deadline.DeadlineChange;
import org.duban.kernel.CaseNo;

/**
 * One change of a deadline with what was asked for before it.
 *
 * @param name which deadline, in the office's words
 * @param byName who decided, or the system
 * @param unit who asked; null, like {@code askedName}, {@code askedAt} and {@code nth}, when nobody did
 */
public record DeadlineMove(
        long id,
        CaseNo caseNo,
        String name,
        LocalDate originalDueOn,
        DeadlineChange.Kind kind,
        LocalDate fromOn,
        LocalDate toOn,
        String reason,
        boolean afterExpiry,
        String byName,
        Instant changedAt,
        String unit,
        String askedName,
        Instant askedAt,
        Integer nth) {}
