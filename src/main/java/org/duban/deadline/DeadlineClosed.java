package org.duban.deadline;

/**
 * A deadline that something is still asked for was met or fell away, published inside the transaction that closes it.
 *
 * @param met false when it fell away
 */
public record DeadlineClosed(long deadlineId, boolean met) {}
