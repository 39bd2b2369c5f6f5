package org.duban.deadline;

import java.util.List;

/**
 * One year's arrangement of holidays as the State Council gave notice of it. Days may lie in the last days of the year
 * before: the holiday of New Year 2023 began on 2022-12-31.
 *
 * @param notice number or title of the notice: 国办发明电〔2024〕12号
 */
public record CalendarYear(int year, String notice, List<CalendarDay> days) {

    public CalendarYear {
        days = List.copyOf(days);
    }
}
