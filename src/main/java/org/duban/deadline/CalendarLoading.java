package org.duban.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.deadline.store.CalendarStore;
import org.duban.kernel.Actor;
import org.duban.kernel.Zones;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads a year's notice, shows beforehand what it would move, and knows when next year's is due. */
@Service
@Transactional
public class CalendarLoading {

    private final CalendarStore store;
    private final CalendarRecount recount;
    private final WorkingCalendars calendars;
    private final Clock clock;

    CalendarLoading(CalendarStore store, CalendarRecount recount, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.recount = recount;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Loads the year as a new version; the versions before it stay. A table equal to the one in force adds nothing. Open
     * deadlines whose count ends on another day move in the same transaction, with the notice as the reason.
     *
     * @return the warnings of the table, and how many deadlines moved
     * @throws org.duban.kernel.Refusal when the table cannot be true
     */
    public Loaded load(CalendarYear year, Actor by) {
        CalendarYear checked = YearTable.checked(year);
        store.lock();
        int moved = 0;
        if (!checked.equals(calendars.current().year(checked.year()).orElse(null))) {
            store.add(checked, store.nextVersion(), by.username(), clock.instant());
            moved = recount.move(checked, calendars.current(), by);
        }
        return new Loaded(YearTable.warnings(checked), moved);
    }

    /** @param moved the open deadlines that hold another day now */
    public record Loaded(List<String> warnings, int moved) {}

    /** What {@link #load} would do, without doing it. */
    @Transactional(readOnly = true)
    public YearPreview preview(CalendarYear year) {
        CalendarYear checked = YearTable.checked(year);
        WorkingCalendar now = calendars.current();
        List<CalendarYear> years = new ArrayList<>(now.years());
        years.removeIf(other -> other.year() == checked.year());
        years.add(checked);
        WorkingCalendar then = new WorkingCalendar(now.version(), years);
        return new YearPreview(checked, then, YearTable.warnings(checked), recount.moving(checked.year(), then));
    }

    @Transactional(readOnly = true)
    public Optional<LoadedYear> newest(int year) {
        return store.newest(year);
    }

    /**
     * The next year, when its notice should be there but is not loaded. Notices appear from October on; from 1 November
     * on a missing one is worth a warning on the desk.
     */
    @Transactional(readOnly = true)
    public Optional<Integer> missingYear() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.CITY);
        WorkingCalendar calendar = calendars.current();
        if (!calendar.isLoaded(today.getYear())) {
            return Optional.of(today.getYear());
        }
        boolean due = today.getMonthValue() >= Month.NOVEMBER.getValue();
        return due && !calendar.isLoaded(today.getYear() + 1) ? Optional.of(today.getYear() + 1) : Optional.empty();
    }
}
