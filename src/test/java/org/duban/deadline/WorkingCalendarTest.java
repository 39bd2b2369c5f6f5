package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.deadline.Calendars.BUNDLED;
import static org.duban.deadline.Calendars.holiday;
import static org.duban.deadline.Calendars.workday;
import static org.duban.deadline.Calendars.year;
import static org.duban.deadline.CountingUnit.CALENDAR;
import static org.duban.deadline.CountingUnit.WORKING;
import static org.duban.deadline.FirstDay.EXCLUDED;
import static org.duban.deadline.FirstDay.INCLUDED;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({"2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
    void everyLoadedYearHasItsNumberOfWorkingDays(int year, int days) {
        assertThat(BUNDLED.workingDays(year)).isEqualTo(days);
    }

    /** Closure notices that offices published; both ends are dates they printed. */
    @ParameterizedTest(name = "{0}, {1} working days, first day {2}: {3}")
    @CsvSource({
        "2023-07-27, 10, INCLUDED, 2023-08-09",
        "2025-09-01, 10, INCLUDED, 2025-09-12",
        "2025-09-04, 10, INCLUDED, 2025-09-17",
        "2024-12-13, 10, INCLUDED, 2024-12-26",
        "2025-08-14, 11, INCLUDED, 2025-08-28",
        "2025-08-14, 10, EXCLUDED, 2025-08-28",
        "2025-01-21, 10, INCLUDED, 2025-02-08",
        "2024-09-29,  4, INCLUDED, 2024-10-09",
        "2025-09-28,  5, EXCLUDED, 2025-10-11",
    })
    void publishedNoticePeriodsAreCountedAsTheirOfficesDid(LocalDate from, int days, FirstDay firstDay, LocalDate due) {
        assertThat(BUNDLED.dueDate(from, days, WORKING, firstDay).due()).isEqualTo(due);
    }

    @Test
    void tenWorkingDaysAcrossNationalDayEndAWeekLaterThanTheNoticeThatForgotTheHolidays() {
        assertThat(BUNDLED.dueDate(LocalDate.of(2024, 9, 29), 10, WORKING, INCLUDED)
                        .due())
                .isEqualTo("2024-10-16");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-13,  7, INCLUDED, 2019-12-19",
        "2023-12-09, 10, EXCLUDED, 2023-12-19",
        "2025-09-30,  3, EXCLUDED, 2025-10-03",
    })
    void calendarDaysRunThroughHolidaysAndTheDueDayStays(LocalDate from, int days, FirstDay firstDay, LocalDate due) {
        DueDate result = BUNDLED.dueDate(from, days, CALENDAR, firstDay);
        assertThat(result.due()).isEqualTo(due);
        assertThat(result.provisional()).isFalse();
    }

    @Test
    void aDueDayOnAHolidayMovesOnWhereTheRuleSaysSo() {
        DueDate moved = BUNDLED.dueDate(LocalDate.of(2025, 9, 30), 3, CALENDAR, EXCLUDED, RestDay.MOVES_ON);
        assertThat(moved.due()).isEqualTo("2025-10-09");
        assertThat(moved.trace()).last().satisfies(day -> {
            assertThat(day.counted()).isFalse();
            assertThat(day.reason()).contains("顺延");
        });
    }

    @Test
    void makeUpWeekendsAreWorkedAndHolidaysOnWeekdaysAreNot() {
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2025, 10, 11))).isTrue();
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2025, 9, 28))).isTrue();
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2025, 10, 8))).isFalse();
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2025, 10, 12))).isFalse();
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2022, 12, 31))).isFalse();
    }

    @Test
    void theTraceSaysOfEachDayWhyItCountedOrNot() {
        DueDate due = BUNDLED.dueDate(LocalDate.of(2025, 9, 28), 5, WORKING, EXCLUDED);
        assertThat(due.trace()).hasSize(14);
        assertThat(due.trace().get(0)).isEqualTo(new DayTrace(LocalDate.of(2025, 9, 28), false, "起算当日不计"));
        assertThat(due.trace().get(1)).isEqualTo(new DayTrace(LocalDate.of(2025, 9, 29), true, "工作日"));
        assertThat(due.trace().get(3)).isEqualTo(new DayTrace(LocalDate.of(2025, 10, 1), false, "国庆节、中秋节放假"));
        assertThat(due.trace().get(13).reason()).isEqualTo("国庆节、中秋节调休上班");
        assertThat(due.explain())
                .containsExactly(
                        "2025-09-28（周日）：起算当日不计。",
                        "2025-09-29（周一）至2025-09-30（周二）：工作日，计为第 1 至 2 天。",
                        "2025-10-01（周三）至2025-10-08（周三）：国庆节、中秋节放假，不计。",
                        "2025-10-09（周四）至2025-10-10（周五）：工作日，计为第 3 至 4 天。",
                        "2025-10-11（周六）：国庆节、中秋节调休上班，计为第 5 天。",
                        "到期日 2025-10-11（周六）。");
    }

    @Test
    void workingDaysBeyondTheLastLoadedYearAreProvisionalAndSkipWeekendsOnly() {
        assertThat(BUNDLED.lastLoadedYear()).isEqualTo(2026);
        DueDate due = BUNDLED.dueDate(LocalDate.of(2026, 12, 30), 3, WORKING, EXCLUDED);
        assertThat(due.due()).isEqualTo("2027-01-04");
        assertThat(due.provisional()).isTrue();
        assertThat(due.trace().get(2).reason()).isEqualTo("工作日（2027 年放假安排未载入，暂定）");
        assertThat(due.explain()).last().asString().contains("暂定");
    }

    @Test
    void aCountThatEndsInsideTheLoadedYearsIsFinal() {
        assertThat(BUNDLED.dueDate(LocalDate.of(2026, 12, 24), 5, WORKING, EXCLUDED)
                        .provisional())
                .isFalse();
    }

    @Test
    void aMissingYearBetweenLoadedOnesIsProvisionalToo() {
        WorkingCalendar gap = new WorkingCalendar(1, List.of(year(2024), year(2026)));
        assertThat(gap.dueDate(LocalDate.of(2025, 3, 3), 2, WORKING, EXCLUDED).provisional())
                .isTrue();
    }

    @Test
    void theNextYearsNoticeOverrulesThisYearsLastDecemberDays() {
        WorkingCalendar calendar = new WorkingCalendar(
                1,
                List.of(
                        year(2027, holiday("2026-12-31", "元旦"), workday("2026-12-26", "元旦")),
                        year(2026, workday("2026-12-31", "旧安排"))));
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 26))).isTrue();
    }

    @Test
    void holidaysBelongToTheirYearAndNotToDayAndMonth() {
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2024, 2, 12))).isFalse();
        assertThat(BUNDLED.isWorkingDay(LocalDate.of(2026, 2, 12))).isTrue();
    }

    @Test
    void monthsEndOnTheSameDayOrTheLastOfAShorterMonth() {
        assertThat(BUNDLED.dueAfterMonths(LocalDate.of(2025, 8, 31), 6, RestDay.STAYS)
                        .due())
                .isEqualTo("2026-02-28");
        assertThat(BUNDLED.dueAfterMonths(LocalDate.of(2025, 7, 1), 3, RestDay.MOVES_ON)
                        .due())
                .isEqualTo("2025-10-09");
    }

    @Test
    void aPeriodOfNoDaysIsRefused() {
        assertThatThrownBy(() -> BUNDLED.dueDate(LocalDate.of(2025, 1, 1), 0, WORKING, EXCLUDED))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("天数");
    }
}
