package org.duban.desk.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.Zones;

/** The city's day of a moment. */
final class Days {

    private Days() {}

    /** Null for null. */
    static LocalDate of(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Zones.CITY);
    }
}
