package org.duban.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Precision;
import org.duban.problem.ProblemState;

/**
 * A case as the ledger reads it.
 *
 * @param doneAt when what the limit asks for was done: rectified, or for 立行立改 reported with evidence
 * @param overdue open and past its last day, or done after it; never for 长期坚持 or struck-off ones
 * @param updatedAt when its history grew last
 * @param sortKey value of the column the list is sorted by, as text
 */
public record CaseRow(
        String no,
        String title,
        String source,
        String listRegion,
        String listSerial,
        String leadUnit,
        List<String> responsibleUnits,
        String supervisingUnit,
        ProblemState state,
        DeadlineKind deadlineKind,
        String deadlineText,
        LocalDate dueOn,
        Precision duePrecision,
        boolean alsoStanding,
        int rectification,
        Instant registeredAt,
        Instant rectifiedAt,
        Instant doneAt,
        Instant struckOffAt,
        boolean overdue,
        Instant updatedAt,
        String sortKey) {}
