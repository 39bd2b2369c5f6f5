package org.duban.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Zones;

/**
 * One deadline as the ledger keeps it, with everything needed to count it again.
 *
 * @param key what it belongs to; a task's activity instance
 * @param name of the period in the office's words
 * @param rule code of the rule, {@code ruleVersion} the table it was read from, {@code clause} its wording then
 * @param startAt the moment hours are counted from
 * @param calendarVersion the calendar it was counted on
 * @param originalDueOn never changes; {@code currentDueOn} is the day that holds
 * @param metAt when it was fulfilled, or null; {@code voidedAt} when it fell away unfulfilled, or null
 */
public record LedgerEntry(
        long id,
        CaseNo caseNo,
        LedgerKind kind,
        String key,
        String name,
        String rule,
        String ruleVersion,
        String clause,
        LocalDate startOn,
        Instant startAt,
        Period period,
        long calendarVersion,
        LocalDate originalDueOn,
        LocalDate currentDueOn,
        boolean provisional,
        Instant openedAt,
        Instant metAt,
        Instant voidedAt,
        Course course) {

    public boolean isOpen() {
        return metAt == null && voidedAt == null;
    }

    /**
     * Whether it passed unfulfilled. What is met late in the evening of the due day is met in time; what fell away was
     * never missed, and neither was what stands still.
     */
    public boolean missed(Instant now) {
        if (voidedAt != null || (course.suspended() && metAt == null)) {
            return false;
        }
        return !(metAt == null ? now : metAt).isBefore(course.dueAt());
    }

    /** When the timer that belongs to it has to fire. */
    public Instant timerAt() {
        return kind.actsAsTheDayBegins() ? currentDueOn.atStartOfDay(Zones.CITY).toInstant() : course.dueAt();
    }

    /** The moment Tasklist shows and colours by: the close of business of the due day. */
    public Instant taskDueAt(OfficeHours hours) {
        return period.hours() != null ? course.dueAt() : hours.closing(currentDueOn);
    }

    LedgerEntry with(Course other) {
        return dueOn(currentDueOn, provisional, other);
    }

    LedgerEntry dueOn(LocalDate day, boolean stillProvisional, Course other) {
        return new LedgerEntry(
                id,
                caseNo,
                kind,
                key,
                name,
                rule,
                ruleVersion,
                clause,
                startOn,
                startAt,
                period,
                calendarVersion,
                originalDueOn,
                day,
                stillProvisional,
                openedAt,
                metAt,
                voidedAt,
                other);
    }
}
