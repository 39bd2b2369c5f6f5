package org.duban.deadline;

import java.util.List;

/**
 * What loading a year would mean.
 *
 * @param calendar all loaded years with the new table in place
 * @param warnings what a person should check, in Chinese
 * @param moving open deadlines whose count would end on another day, the nearest first
 */
public record YearPreview(
        CalendarYear year, WorkingCalendar calendar, List<String> warnings, List<MovingDeadline> moving) {}
