package org.duban.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One move of a deadline; kept for good beside all others.
 *
 * @param clockOn the day the clock stopped (挂账) or ran on (恢复); null for the others
 * @param stoodFrom for a resumption the day the clock had stopped
 * @param calendarVersion the calendar that moved it; null unless a year was loaded
 * @param requestId the request that was granted; null when there was none
 * @param afterExpiry whether the deadline had already passed when it was moved
 */
public record DeadlineChange(
        long id,
        long deadlineId,
        Kind kind,
        LocalDate fromOn,
        LocalDate toOn,
        LocalDate clockOn,
        LocalDate stoodFrom,
        Long calendarVersion,
        String reason,
        Long requestId,
        boolean afterExpiry,
        String byUsername,
        String byName,
        Instant changedAt) {

    DeadlineChange to(LocalDate day) {
        return new DeadlineChange(
                id,
                deadlineId,
                kind,
                fromOn,
                day,
                clockOn,
                stoodFrom,
                calendarVersion,
                reason,
                requestId,
                afterExpiry,
                byUsername,
                byName,
                changedAt);
    }

    /** Why a deadline moved. */
    public enum Kind {
        EXTENDED("延期", "extended"),
        SUSPENDED("挂账", "suspended"),
        RESUMED("恢复计时", "resumed"),
        CALENDAR("载入放假安排", "recounted"),
        CORRECTED("更正", "corrected");

        private final String label;
        private final String word;

        Kind(String label, String word) {
            this.label = label;
            this.word = word;
        }

        public String label() {
            return label;
        }

        /** As in {@code deadline.extended}. */
        public String event() {
            return "deadline." + word;
        }
    }
}
