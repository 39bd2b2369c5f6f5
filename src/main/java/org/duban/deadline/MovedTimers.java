package org.duban.deadline;

/** Brings the engine into line with a deadline that moved, in the same transaction. */
public interface MovedTimers {

    /** Moves the due date of the deadline's task and the timer that belongs to it, where there are any. */
    void moved(LedgerEntry entry);
}
