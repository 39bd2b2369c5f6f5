package org.duban.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.duban.deadline.store.DeadlineStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the watch is at work: silence on a desk must mean that nothing is late, not that nobody looks. */
@Service
public class WatchHealth {

    /** A checkpoint may wait for three runs of the watch. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A clock that was moved, or a node just started, gets this much real time to catch up. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    private final DeadlineStore store;
    private final Clock clock;
    private final AtomicLong behindSince = new AtomicLong(-1);

    WatchHealth(DeadlineStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For how long the most overdue checkpoint has been waiting, when that is too long; empty when all is well. */
    @Transactional(readOnly = true)
    public Optional<Duration> behind() {
        Instant now = clock.instant();
        Optional<Duration> waiting = store.firstCheckpoint()
                .map(first -> Duration.between(first, now))
                .filter(lag -> lag.compareTo(PATIENCE) > 0);
        if (waiting.isEmpty()) {
            behindSince.set(-1);
            return waiting;
        }
        behindSince.compareAndSet(-1, System.nanoTime());
        return waiting.filter(lag -> System.nanoTime() - behindSince.get() >= GRACE.toNanos());
    }
}
