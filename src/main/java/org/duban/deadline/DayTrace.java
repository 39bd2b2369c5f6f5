package org.duban.deadline;

import java.time.LocalDate;

/**
 * One day of a count.
 *
 * @param counted whether the day used up one day of the period
 * @param reason why, in Chinese: 工作日, 周末, 国庆节放假, 国庆节调休上班, 起算当日不计
 */
public record DayTrace(LocalDate day, boolean counted, String reason) {}
