package org.duban.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.duban.kernel.Zones;

/**
 * The one clock. It runs at the system's pace, may be moved (sample city and tests only), and one thread may live at
 * another time while it replays the sample city's past.
 */
public final class CityClock extends Clock {

    private final ThreadLocal<Instant> elsewhere = new ThreadLocal<>();
    private volatile Duration offset = Duration.ZERO;
    private volatile Instant frozen;

    @Override
    public ZoneId getZone() {
        return Zones.CITY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant here = elsewhere.get();
        if (here != null) {
            return here;
        }
        Instant stopped = frozen;
        return stopped != null ? stopped : Instant.now().plus(offset);
    }

    /** How far the clock is ahead of the system's; negative when behind. */
    public Duration offset() {
        return offset;
    }

    /** Lets the clock run on from {@code now}. */
    public void moveTo(Instant now) {
        frozen = null;
        offset = Duration.between(Instant.now(), now);
    }

    /** Stops the clock at {@code now}: for tests, which move it themselves. */
    public void freezeAt(Instant now) {
        frozen = now;
    }

    /** Back to the system's time. */
    public void reset() {
        frozen = null;
        offset = Duration.ZERO;
    }

    /** Runs {@code work} in this thread as if it were {@code time}; everybody else's time goes on. */
    public <T> T at(Instant time, Callable<T> work) throws Exception {
        Instant before = elsewhere.get();
        elsewhere.set(time);
        try {
            return work.call();
        } finally {
            if (before == null) {
                elsewhere.remove();
            } else {
                elsewhere.set(before);
            }
        }
    }
}
