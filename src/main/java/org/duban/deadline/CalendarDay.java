package org.duban.deadline;

import java.time.LocalDate;

/**
 * A day that a yearly notice names.
 *
 * @param name the feast it belongs to: 国庆节
 */
public record CalendarDay(LocalDate date, DayKind kind, String name) {

    /** Why the day counts or not, in Chinese. */
    String reason() {
        return kind == DayKind.HOLIDAY ? name + "放假" : name + "调休上班";
    }
}
