package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.duban.problem.Deadline;
import org.duban.problem.DeadlineKind;
import org.duban.problem.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTextTest {

    private static final LocalDate REGISTERED = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年12月底|PRECISION|2024-12-31|MONTH",
                "2025-12-31前|DATE|2025-12-31|DAY",
                "2025年9月底前|PRECISION|2025-09-30|MONTH",
                "2025/9/30|DATE|2025-09-30|DAY",
                "2025.9.30|DATE|2025-09-30|DAY",
                "2025. 9. 30|DATE|2025-09-30|DAY",
                "2025-12-31 00:00:00|DATE|2025-12-31|DAY",
                "20250930|DATE|2025-09-30|DAY",
                "2025年底|PRECISION|2025-12-31|YEAR",
                "2025年年底前|PRECISION|2025-12-31|YEAR",
                "2025年|PRECISION|2025-12-31|YEAR",
                "2025|PRECISION|2025-12-31|YEAR",
                "2025年内完成|PRECISION|2025-12-31|YEAR",
                "2025年第三季度|PRECISION|2025-09-30|QUARTER",
                "2025年三季度末|PRECISION|2025-09-30|QUARTER",
                "2025年第2季度末|PRECISION|2025-06-30|QUARTER",
                "2025Q4|PRECISION|2025-12-31|QUARTER",
                "2025年上半年|PRECISION|2025-06-30|QUARTER",
                "2025年6月|PRECISION|2025-06-30|MONTH",
                "2025.6|PRECISION|2025-06-30|MONTH",
                "2024年2月份|PRECISION|2024-02-29|MONTH",
                "2025年6月中旬|DATE|2025-06-20|DAY",
                "2025年1-6月|PRECISION|2025-06-30|MONTH",
                "于2025年6月30日前全面完成整改|DATE|2025-06-30|DAY",
                "2025年6月30日|DATE|2025-06-30|DAY",
                "25年6月底|PRECISION|2025-06-30|MONTH",
                "二〇二五年十二月三十一日|DATE|2025-12-31|DAY",
                "2025年十月底|PRECISION|2025-10-31|MONTH",
                "2023年底、2024年10月、2024年底|PRECISION|2024-12-31|YEAR",
                "2025年6月30日、9月底|PRECISION|2025-09-30|MONTH",
                "30日内完成|DATE|2026-03-31|DAY",
                "三个月内|DATE|2026-06-01|DAY",
                "46022|DATE|2025-12-31|DAY",
                "46022.0|DATE|2025-12-31|DAY",
                "立行立改|IMMEDIATE||DAY",
                "立即整改|IMMEDIATE||DAY",
                "长期坚持|STANDING||",
                "持续推进|STANDING||",
            })
    void timeLimitsAreReadAsListsWriteThem(String text, DeadlineKind kind, LocalDate due, Precision precision) {
        Deadline deadline = DeadlineText.read(text, REGISTERED).value();

        assertThat(deadline).isNotNull();
        assertThat(deadline.kind()).isEqualTo(kind);
        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(deadline.precision()).isEqualTo(precision);
        assertThat(deadline.alsoStanding()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "立行立改、长期坚持|IMMEDIATE|",
                "立行立改,长期坚持|IMMEDIATE|",
                "2025年9月底前,长期坚持|PRECISION|2025-09-30",
                "立行立改,2025年9月30日前完成并长期坚持|DATE|2025-09-30",
            })
    void standingBesideAnotherLimitIsKept(String text, DeadlineKind kind, LocalDate due) {
        Deadline deadline = DeadlineText.read(text, REGISTERED).value();

        assertThat(deadline.kind()).isEqualTo(kind);
        assertThat(deadline.dueOn()).isEqualTo(due);
        assertThat(deadline.alsoStanding()).isTrue();
        assertThat(deadline.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "59日",
                "年底前",
                "9月底",
                "尽快",
                "2025年13月",
                "2025年2月30日",
                "已完成",
                "1998年底",
                "5个工作日内",
                "另行通知",
                "第三季度",
                "2025年9月底或更晚"
            })
    void whatCannotBeReadIsRefusedWithARemedy(String text) {
        Reading<Deadline> reading = DeadlineText.read(text, REGISTERED);

        assertThat(reading.value()).isNull();
        assertThat(reading.fault()).contains(text);
        assertThat(reading.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n", "—", "/"})
    void emptyCellSetsNoLimit(String text) {
        assertThat(DeadlineText.read(text, REGISTERED)).isEqualTo(Reading.<Deadline>empty());
    }

    @Property
    void everyWayToWriteADayGivesThatDay(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 7) int form) {
        String text =
                switch (form) {
                    case 0 -> day.toString();
                    case 1 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
                    case 2 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth() + "前";
                    case 3 -> day.getYear() + "." + day.getMonthValue() + "." + day.getDayOfMonth();
                    case 4 -> wide(day.toString()) + "之前";
                    case 5 ->
                        wide(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日") + "前完成整改";
                    case 6 -> " " + day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
                    default ->
                        String.valueOf(
                                day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay());
                };

        Deadline deadline = DeadlineText.read(text, REGISTERED).value();

        assertThat(deadline.dueOn()).isEqualTo(day);
        assertThat(deadline.kind()).isEqualTo(DeadlineKind.DATE);
    }

    @Property
    void monthsQuartersAndYearsEndOnTheirLastDay(
            @ForAll @IntRange(min = 2000, max = 2099) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(max = 2) int form) {
        String text =
                switch (form) {
                    case 0 -> year + "年" + month + "月底前";
                    case 1 -> year + "年第" + "一二三四".charAt((month - 1) / 3) + "季度";
                    default -> year + "年底";
                };
        int lastMonth = form == 0 ? month : form == 1 ? (month - 1) / 3 * 3 + 3 : 12;

        Deadline deadline = DeadlineText.read(text, REGISTERED).value();

        assertThat(deadline.dueOn()).isEqualTo(YearMonth.of(year, lastMonth).atEndOfMonth());
        assertThat(deadline.precision().lastDay(deadline.dueOn())).isEqualTo(deadline.dueOn());
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefusedButNeverThrows(@ForAll("scraps") String text) {
        Reading<Deadline> reading = DeadlineText.read(text, REGISTERED);

        assertThat(reading.refused() && reading.value() != null).isFalse();
        if (reading.value() != null && reading.value().kind() != DeadlineKind.STANDING) {
            assertThat(reading.value().dueOn() != null || reading.value().kind() == DeadlineKind.IMMEDIATE)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 27_000).map(days -> LocalDate.of(2000, 1, 1)
                .plusDays(days));
    }

    @Provide
    Arbitrary<String> scraps() {
        Arbitrary<String> pieces = Arbitraries.of(
                "2025", "年", "12", "月", "31", "日", "底", "前", "-", "/", ".", "、", "第", "三", "季度", "上半年", "长期坚持", "立行立改",
                "内", "个", "十", "〇", "Q", "4", "旬", "中", " ", "2", "（", "）");
        Arbitrary<String> joined = pieces.list().ofMaxSize(8).map(list -> String.join("", list));
        return Combinators.combine(joined, Arbitraries.strings().ofMaxLength(3), Arbitraries.of(true, false))
                .as((text, noise, noisy) -> noisy ? text + noise : text);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + 0xFF10 : c)));
        return wide.toString();
    }
}
