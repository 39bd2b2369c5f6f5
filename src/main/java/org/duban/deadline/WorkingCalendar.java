package org.duban.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duban.kernel.Refusal;

/**
 * Which days offices work, in one version of the loaded years, and the counting of periods on it. Immutable.
 *
 * <p>Source of the days: the State Council's yearly notice. A day that two notices name follows the later year, since
 * a New Year holiday may reach back into December. Years that are not loaded have weekends only and make every count of
 * working days that touches them provisional.
 */
public final class WorkingCalendar {

    /** The longest period that can be asked for, in days: ten years. */
    public static final int LONGEST = 3660;

    private final long version;
    private final SortedMap<Integer, CalendarYear> years;
    private final Map<LocalDate, CalendarDay> named;

    /** @param version the number deadline rows keep, so that their date can be explained after the calendar changed */
    public WorkingCalendar(long version, Collection<CalendarYear> loaded) {
        this.version = version;
        SortedMap<Integer, CalendarYear> byYear = new TreeMap<>();
        loaded.forEach(year -> byYear.put(year.year(), year));
        this.years = Collections.unmodifiableSortedMap(byYear);
        this.named = new HashMap<>();
        years.values().forEach(year -> year.days().forEach(day -> named.put(day.date(), day)));
    }

    public long version() {
        return version;
    }

    /** The last year whose notice is loaded; 0 when none is. */
    public int lastLoadedYear() {
        return years.isEmpty() ? 0 : years.lastKey();
    }

    public boolean isLoaded(int year) {
        return years.containsKey(year);
    }

    public Optional<CalendarYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    /** The loaded years in order. */
    public Collection<CalendarYear> years() {
        return years.values();
    }

    /** What a notice says about the day; empty for an ordinary day. */
    public Optional<CalendarDay> named(LocalDate day) {
        return Optional.ofNullable(named.get(day));
    }

    public boolean isWorkingDay(LocalDate day) {
        CalendarDay special = named.get(day);
        return special == null ? !isWeekend(day) : special.kind() == DayKind.WORKDAY;
    }

    /** As {@link #dueDate(LocalDate, int, CountingUnit, FirstDay, RestDay)} with a due day that stays where it falls. */
    public DueDate dueDate(LocalDate from, int days, CountingUnit unit, FirstDay firstDay) {
        return dueDate(from, days, unit, firstDay, RestDay.STAYS);
    }

    /**
     * The last day of a period of {@code days} that starts on {@code from}.
     *
     * @throws Refusal when {@code days} is less than 1 or more than {@link #LONGEST}
     */
    public DueDate dueDate(LocalDate from, int days, CountingUnit unit, FirstDay firstDay, RestDay restDay) {
        if (days < 1 || days > LONGEST) {
            throw new Refusal("days", "天数要填 1 至 " + LONGEST + " 之间的整数，收到的是 " + days + "。");
        }
        Count count = new Count();
        LocalDate day = from;
        if (firstDay == FirstDay.EXCLUDED) {
            count.skip(day, "起算当日不计");
            day = day.plusDays(1);
        }
        for (int left = days; ; day = day.plusDays(1)) {
            boolean counts = unit == CountingUnit.CALENDAR || isWorkingDay(day);
            count.add(day, counts, unit == CountingUnit.CALENDAR ? "自然日" : reason(day));
            count.provisional |= unit == CountingUnit.WORKING && !isLoaded(day.getYear());
            if (counts && --left == 0) {
                return settle(day, restDay, count);
            }
        }
    }

    /** The day {@code months} after {@code from}; the last day of a shorter month stands for a day it does not have. */
    public DueDate dueAfterMonths(LocalDate from, int months, RestDay restDay) {
        if (months < 1 || months > LONGEST / 30) {
            throw new Refusal("months", "月数要填 1 至 " + LONGEST / 30 + " 之间的整数，收到的是 " + months + "。");
        }
        Count count = new Count();
        count.skip(from, "起算当日不计");
        LocalDate due = from.plusMonths(months);
        count.add(due, true, "满 " + months + " 个月");
        return settle(due, restDay, count);
    }

    /** The day {@code days} working days after {@code from}, with what is provisional about it. */
    DueDate plusWorkingDays(LocalDate from, int days) {
        return days < 1
                ? new DueDate(from, List.of(), !isLoaded(from.getYear()))
                : dueDate(from, days, CountingUnit.WORKING, FirstDay.EXCLUDED);
    }

    /** The working days from {@code from} on and before {@code to}. */
    int workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? (int) from.datesUntil(to).filter(this::isWorkingDay).count()
                : 0;
    }

    /** {@code day} when it is worked, else the last worked day before it. */
    LocalDate workingDayUntil(LocalDate day) {
        LocalDate worked = day;
        while (!isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    /** {@code day} when it is worked, else the next worked day. */
    LocalDate workingDayFrom(LocalDate day) {
        LocalDate worked = day;
        while (!isWorkingDay(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }

    /** The number of working days of a year, as far as its notice is loaded. */
    public int workingDays(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return (int)
                first.datesUntil(first.plusYears(1)).filter(this::isWorkingDay).count();
    }

    private DueDate settle(LocalDate counted, RestDay restDay, Count count) {
        LocalDate due = counted;
        if (restDay == RestDay.MOVES_ON) {
            count.provisional |= !isLoaded(due.getYear());
            while (!isWorkingDay(due)) {
                due = due.plusDays(1);
                count.provisional |= !isLoaded(due.getYear());
                count.skip(due, isWorkingDay(due) ? "期满日逢休息日，顺延至此" : reason(due));
            }
        }
        return new DueDate(due, count.trace, count.provisional);
    }

    /** Why a day is worked or not, in Chinese. */
    String reason(LocalDate day) {
        CalendarDay special = named.get(day);
        String plain = special != null ? special.reason() : isWeekend(day) ? "周末" : "工作日";
        return isLoaded(day.getYear()) ? plain : plain + "（" + day.getYear() + " 年放假安排未载入，暂定）";
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static final class Count {

        private final List<DayTrace> trace = new ArrayList<>();
        private boolean provisional;

        void skip(LocalDate day, String reason) {
            add(day, false, reason);
        }

        void add(LocalDate day, boolean counted, String reason) {
            trace.add(new DayTrace(day, counted, reason));
        }
    }
}
