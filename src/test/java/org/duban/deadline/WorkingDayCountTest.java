package org.duban.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.deadline.Calendars.BUNDLED;
import static org.duban.deadline.CountingUnit.WORKING;
import static org.duban.deadline.FirstDay.EXCLUDED;
import static org.duban.deadline.FirstDay.INCLUDED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counts against a second, deliberately simple count over the published rows themselves. */
class WorkingDayCountTest {

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Map<LocalDate, Boolean> WORKED = workedDays();

    @Example
    void everyDayOfTheLoadedYearsIsWorkedExactlyWhenTheRowsSaySo() {
        assertThat(WORKED).hasSize(365 + 365 + 366 + 365 + 365);
        WORKED.forEach((day, worked) ->
                assertThat(BUNDLED.isWorkingDay(day)).as("%s", day).isEqualTo(worked));
    }

    @Example
    void fromEveryDayEveryShortPeriodEndsWhereTheBruteForceCountEnds() {
        for (LocalDate from = FIRST; from.isBefore(LAST.minusDays(60)); from = from.plusDays(1)) {
            for (int days : List.of(1, 2, 3, 5, 10, 15, 20, 30)) {
                for (FirstDay firstDay : FirstDay.values()) {
                    DueDate due = BUNDLED.dueDate(from, days, WORKING, firstDay);
                    assertThat(due.due()).as("%s + %d %s", from, days, firstDay).isEqualTo(count(from, days, firstDay));
                    assertThat(due.provisional()).isFalse();
                }
            }
        }
    }

    @Property(tries = 2000)
    void longPeriodsEndWhereTheBruteForceCountEnds(
            @ForAll("starts") LocalDate from,
            @ForAll @IntRange(min = 1, max = 240) int days,
            @ForAll FirstDay firstDay) {
        assertThat(BUNDLED.dueDate(from, days, WORKING, firstDay).due()).isEqualTo(count(from, days, firstDay));
    }

    @Property
    void theTraceHoldsEveryDayOnceAndCountsExactlyThePeriod(
            @ForAll("starts") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll CountingUnit unit,
            @ForAll FirstDay firstDay) {
        DueDate due = BUNDLED.dueDate(from, days, unit, firstDay);
        assertThat(due.trace().stream().map(DayTrace::day).toList())
                .isEqualTo(from.datesUntil(due.due().plusDays(1)).toList());
        assertThat(due.trace().stream().filter(DayTrace::counted)).hasSize(days);
        assertThat(due.trace()).last().extracting(DayTrace::counted).isEqualTo(true);
        assertThat(due.trace()).allSatisfy(day -> assertThat(day.reason()).isNotBlank());
    }

    @Property
    void aLaterStartOrALongerPeriodNeverEndsEarlier(
            @ForAll("starts") LocalDate from,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll CountingUnit unit) {
        LocalDate due = BUNDLED.dueDate(from, days, unit, EXCLUDED).due();
        assertThat(BUNDLED.dueDate(from.plusDays(1), days, unit, EXCLUDED).due())
                .isAfterOrEqualTo(due);
        assertThat(BUNDLED.dueDate(from, days + 1, unit, EXCLUDED).due()).isAfter(due);
        assertThat(BUNDLED.dueDate(from, days, unit, INCLUDED).due()).isBeforeOrEqualTo(due);
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.minusDays(366).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static LocalDate count(LocalDate from, int days, FirstDay firstDay) {
        LocalDate day = firstDay == INCLUDED ? from.minusDays(1) : from;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            counted += WORKED.get(day) ? 1 : 0;
        }
        return day;
    }

    private static Map<LocalDate, Boolean> workedDays() {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(day -> worked.put(day, day.getDayOfWeek().getValue() <= 5));
        try (var in = WorkingDayCountTest.class.getResourceAsStream("/calendar/calendar.csv")) {
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            lines.skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> worked.put(LocalDate.parse(row[0]), row[1].equals("workday")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return worked;
    }
}
