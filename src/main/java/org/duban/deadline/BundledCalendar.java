package org.duban.deadline;

import java.time.Clock;
import java.util.List;
import org.duban.deadline.store.CalendarStore;
import org.duban.kernel.Actor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At start-up loads the years that come with the software and are not loaded yet. A year that an office has loaded or
 * corrected is left alone, and several nodes starting at once load nothing twice.
 */
@Component("bundledCalendar")
class BundledCalendar implements InitializingBean {

    private final CalendarStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BundledCalendar(CalendarStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> load(CalendarFile.bundled()));
    }

    private void load(List<CalendarYear> bundled) {
        store.lock();
        List<CalendarYear> missing = bundled.stream()
                .filter(year -> store.newest(year.year()).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        long version = store.nextVersion();
        missing.forEach(year -> store.add(year, version, Actor.system().username(), clock.instant()));
    }
}
