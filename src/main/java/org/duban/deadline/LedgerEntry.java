package org.duban.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;

/**
 * One deadline as the ledger keeps it, with everything needed to count it again.
 *
 * @param key what it belongs to; a task's activity instance
 * @param rule code of the rule, and {@code clause} its wording when the deadline was opened
 * @param calendarVersion the calendar it was counted on
 * @param originalDueOn never changes; {@code currentDueOn} is the day that holds
 * @param metAt when it was fulfilled, or null; {@code voidedAt} when it fell away unfulfilled, or null
 */
public record LedgerEntry(
        long id,
        CaseNo caseNo,
        LedgerKind kind,
        String key,
        String rule,
        String clause,
        LocalDate startOn,
        Period period,
        long calendarVersion,
        LocalDate originalDueOn,
        LocalDate currentDueOn,
        boolean provisional,
        Instant openedAt,
        Instant metAt,
        Instant voidedAt) {

    public boolean isOpen() {
        return metAt == null && voidedAt == null;
    }

    /**
     * Whether the due day passed without fulfilment. The due day belongs to the period until midnight of the city, so
     * what is met late in the evening is met in time. What fell away was never missed.
     */
    public boolean missed(Instant now) {
        if (voidedAt != null) {
            return false;
        }
        Instant end = currentDueOn.plusDays(1).atStartOfDay(Zones.CITY).toInstant();
        return !(metAt == null ? now : metAt).isBefore(end);
    }
}
