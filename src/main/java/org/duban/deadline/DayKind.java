package org.duban.deadline;

import java.util.Locale;
import java.util.Optional;

/** How a yearly notice departs from the plain week. */
public enum DayKind {
    /** A day off: the feast itself or a day given in its place. */
    HOLIDAY,
    /** A Saturday or Sunday that is worked to make up for a day off (调休上班). */
    WORKDAY;

    /** The word used in files and in the API: {@code holiday}, {@code workday}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DayKind> byCode(String code) {
        for (DayKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
