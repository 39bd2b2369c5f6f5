package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.DubanTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Public notices that offices really published, counted again: reproduced where the office counted right, refuted where
 * it did not. The ends are those printed in the notices.
 */
@DubanTest
class PublishedNoticesTest {

    @Autowired
    WorkingCalendars calendars;

    /** @param counted the last day of the period as we count it */
    @ParameterizedTest(name = "{0}: {1} to {2}, {3} {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
            宿州             | 2023-07-27 | 2023-08-09 | 10 | WORKING  | INCLUDED | 2023-08-09 | reproduced
            宿州             | 2025-09-01 | 2025-09-12 | 10 | WORKING  | INCLUDED | 2025-09-12 | reproduced
            宿州             | 2025-09-04 | 2025-09-17 | 10 | WORKING  | INCLUDED | 2025-09-17 | reproduced
            宿州 no length   | 2024-12-13 | 2024-12-26 | 10 | WORKING  | INCLUDED | 2024-12-26 | reproduced
            宿州             | 2025-08-14 | 2025-08-28 | 10 | WORKING  | EXCLUDED | 2025-08-28 | reproduced
            宿州 first day   | 2025-08-14 | 2025-08-28 | 10 | WORKING  | INCLUDED | 2025-08-27 | refuted
            宿州宿马 国庆     | 2024-09-29 | 2024-10-09 | 10 | WORKING  | INCLUDED | 2024-10-16 | refuted
            天津东丽 春节     | 2025-01-21 | 2025-02-08 | 10 | WORKING  | INCLUDED | 2025-02-08 | reproduced
            四平 7天          | 2019-12-13 | 2019-12-19 |  7 | CALENDAR | INCLUDED | 2019-12-19 | reproduced
            通城 10天         | 2022-07-22 | 2022-07-31 | 10 | CALENDAR | INCLUDED | 2022-07-31 | reproduced
            宿迁 7天          | 2026-01-01 | 2026-01-07 |  7 | CALENDAR | INCLUDED | 2026-01-07 | reproduced
            """)
    void aPublishedPeriodIsReproducedOrRefuted(
            String office,
            LocalDate from,
            LocalDate printed,
            int days,
            CountingUnit unit,
            FirstDay firstDay,
            LocalDate counted,
            String verdict) {
        DueDate due = calendars.current().dueDate(from, days, unit, firstDay);
        assertThat(due.due()).isEqualTo(counted);
        assertThat(due.due().equals(printed)).isEqualTo(verdict.equals("reproduced"));
        assertThat(due.trace().stream().filter(DayTrace::counted)).hasSize(days);
    }

    /** The notice across National Day promised ten working days and gave four. */
    @ParameterizedTest(name = "{0} to {1} holds {2} working days")
    @CsvSource({
        "2024-09-29, 2024-10-09, 4",
        "2025-01-21, 2025-02-08, 10",
        "2025-08-14, 2025-08-28, 11",
        "2023-07-27, 2023-08-09, 10"
    })
    void theWorkingDaysOfAPrintedPeriodAreCounted(LocalDate from, LocalDate printed, int days) {
        assertThat(calendars.current().workingDaysBetween(from, printed.plusDays(1)))
                .isEqualTo(days);
    }
}
