package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.deadline.Calendars.holiday;
import static org.duban.deadline.Calendars.workday;
import static org.duban.deadline.Calendars.year;

import java.time.LocalDate;
import java.util.List;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.Test;

class YearTableTest {

    @Test
    void everyBundledYearPassesWithoutAWarning() {
        assertThat(CalendarFile.bundled()).hasSize(5).allSatisfy(year -> {
            assertThat(YearTable.checked(year)).isEqualTo(year);
            assertThat(YearTable.warnings(year)).isEmpty();
        });
    }

    @Test
    void daysAreKeptInOrder() {
        assertThat(YearTable.checked(year(2027, holiday("2027-01-02", "元旦"), holiday("2027-01-01", "元旦")))
                        .days())
                .extracting(CalendarDay::date)
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2));
    }

    @Test
    void newYearsMayBeginInTheLastDaysOfDecember() {
        CalendarYear year = year(2027, holiday("2026-12-31", "元旦"), holiday("2027-01-01", "元旦"));
        assertThat(YearTable.checked(year)).isEqualTo(year);
        refuses(year(2027, holiday("2026-12-01", "元旦")), "days[0].date", "2026-12-01");
        refuses(year(2027, holiday("2028-01-01", "元旦")), "days[0].date", "2028-01-01");
    }

    @Test
    void aDayNamedTwiceIsRefused() {
        refuses(
                year(2027, holiday("2027-01-01", "元旦"), workday("2027-01-01", "元旦")),
                "days[1].date",
                "第 2 行的 2027-01-01 与前面重复");
    }

    @Test
    void aMakeUpDayOnAWeekdayIsRefused() {
        refuses(year(2027, holiday("2027-01-01", "元旦"), workday("2027-01-04", "元旦")), "days[1].type", "2027-01-04（周一）");
    }

    @Test
    void aMakeUpDayFarFromAnyHolidayIsRefused() {
        refuses(year(2027, holiday("2027-01-01", "元旦"), workday("2027-06-05", "元旦")), "days", "2027-06-05");
    }

    @Test
    void aHolidayLongerThanAnyIsRefused() {
        CalendarDay[] days = LocalDate.of(2027, 10, 1)
                .datesUntil(LocalDate.of(2027, 10, 14))
                .map(day -> holiday(day.toString(), "国庆节"))
                .toArray(CalendarDay[]::new);
        refuses(year(2027, days), "days", "超过 12 天");
    }

    @Test
    void anEmptyTableAndAMissingNoticeAreRefused() {
        refuses(year(2027), "days", "没有任何日期");
        refuses(new CalendarYear(2027, " ", List.of(holiday("2027-01-01", "元旦"))), "notice", "文号");
    }

    @Test
    void aDayWithoutKindOrNameIsRefused() {
        refuses(year(2027, new CalendarDay(LocalDate.of(2027, 1, 1), null, "元旦")), "days[0].type", "holiday");
        refuses(year(2027, holiday("2027-01-01", "")), "days[0].name", "节日名称");
    }

    @Test
    void forgottenFeastsAndAnUnlikelyNumberOfWorkingDaysAreWarnings() {
        assertThat(YearTable.warnings(year(2027, holiday("2027-01-01", "元旦"), holiday("2027-02-08", "春节"))))
                .containsExactly("表中没有清明、劳动、端午、中秋、国庆的放假日，请对照通知核对是否遗漏。", "按此表全年有 259 个工作日，往年为 248 至 251 个，请对照通知核对。");
    }

    private static void refuses(CalendarYear year, String field, String message) {
        assertThatThrownBy(() -> YearTable.checked(year))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessageContaining(message);
    }
}
