package org.duban.deadline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.deadline.store.CalendarStore;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;

/**
 * The calendar as it is now and as it was. A version never changes, so each is read once per node; whether there is a
 * newer one is asked every time, so that a year loaded on one node counts on all of them at once.
 */
@Service
@DependsOn("bundledCalendar")
public class WorkingCalendars {

    private final CalendarStore store;
    private final Map<Long, WorkingCalendar> byVersion = new ConcurrentHashMap<>();

    WorkingCalendars(CalendarStore store) {
        this.store = store;
    }

    public WorkingCalendar current() {
        return version(store.latestVersion());
    }

    /** The calendar a deadline was counted on. */
    public WorkingCalendar version(long version) {
        return byVersion.computeIfAbsent(version, wanted -> new WorkingCalendar(wanted, store.yearsAsOf(wanted)));
    }
}
