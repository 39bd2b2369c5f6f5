package org.duban.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How an open deadline stands with the watch.
 *
 * @param holder the candidate group that has to act; null for a case's own limit, which the lead unit answers for
 * @param timerElement the timer event of the model that moves the token when the day comes; null where nothing moves
 * @param followsSubject the day is the case's own limit and moves with it
 * @param dueAt from this moment on it is missed
 * @param watchedFrom reminders that would have gone out before this moment are not made up for
 * @param checkpointAt when the watch looks at it next; null once it is closed
 * @param rung how far the ladder has been gone, in days left; null when not at all
 * @param suspendedOn the day the clock stopped; null while it runs
 * @param suspendedUntil the last day it may stand still
 */
public record Course(
        String holder,
        String timerElement,
        boolean followsSubject,
        Instant dueAt,
        Instant watchedFrom,
        Instant checkpointAt,
        Integer rung,
        LocalDate suspendedOn,
        LocalDate suspendedUntil,
        int extensions) {

    public boolean suspended() {
        return suspendedOn != null;
    }

    Course nextAt(Instant checkpoint) {
        return new Course(
                holder,
                timerElement,
                followsSubject,
                dueAt,
                watchedFrom,
                checkpoint,
                rung,
                suspendedOn,
                suspendedUntil,
                extensions);
    }

    /** On another day: the ladder begins anew from {@code now}. */
    Course movedTo(Instant newDueAt, Instant now) {
        return new Course(
                holder,
                timerElement,
                followsSubject,
                newDueAt,
                now,
                now,
                null,
                suspendedOn,
                suspendedUntil,
                extensions);
    }

    Course extended() {
        return standing(suspendedOn, suspendedUntil, extensions + 1);
    }

    Course suspended(LocalDate on, LocalDate until) {
        return standing(on, until, extensions);
    }

    Course resumed() {
        return standing(null, null, extensions);
    }

    private Course standing(LocalDate on, LocalDate until, int timesExtended) {
        return new Course(
                holder, timerElement, followsSubject, dueAt, watchedFrom, checkpointAt, rung, on, until, timesExtended);
    }
}
