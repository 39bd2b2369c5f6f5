package org.duban.deadline;

import java.util.List;

/**
 * What loading a year would mean.
 *
 * @param workingDays of the year with the table
 * @param warnings what a person should check, in Chinese
 * @param moving open deadlines whose count would end on another day, the nearest first
 */
public record YearPreview(CalendarYear year, int workingDays, List<String> warnings, List<MovingDeadline> moving) {}
