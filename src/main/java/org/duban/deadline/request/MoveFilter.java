package org.duban.deadline.request;

/**
 * Which changes of deadlines.
 *
 * @param late only what was decided when the deadline had passed
 * @param letters the first letters of the case number; null for all kinds of cases
 * @param caseNo of one case; null for all
 */
public record MoveFilter(boolean late, String letters, String caseNo) {}
