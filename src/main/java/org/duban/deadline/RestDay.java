package org.duban.deadline;

/** What happens to a due day that falls on a day off; only calendar-day and month periods can end on one. */
public enum RestDay {
    /** It stays where the count ended. */
    STAYS,
    /** It moves on to the next working day. */
    MOVES_ON
}
