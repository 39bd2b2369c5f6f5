package org.duban.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.duban.deadline.LedgerKind;
import org.duban.kernel.Zones;

/**
 * A clock of a letter, as a line of a desk shows it.
 *
 * @param first the day as it was set at first
 * @param extensions how often it was extended
 */
public record LetterClock(
        LedgerKind kind, String name, LocalDate first, LocalDate due, int extensions, Instant metAt, boolean stands) {

    private static final int SOON = 3;

    /** Days granted beside the first ones; 0 where the day was not moved. */
    public long added() {
        return ChronoUnit.DAYS.between(first, due);
    }

    private LocalDate metOn() {
        ZoneId zone = Zones.CITY;
        return metAt == null ? null : LocalDate.ofInstant(metAt, zone);
    }

    public String words(LocalDate today) {
        if (metAt != null) {
            return metOn().isAfter(due) ? "逾期完成" : "按期完成";
        }
        if (stands) {
            return "挂账中";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        return days < 0 ? "超期 " + -days + " 天" : days == 0 ? "今天到期" : "剩 " + days + " 天";
    }

    /** How it is coloured: late, soon, calm or done. */
    public String urgency(LocalDate today) {
        if (metAt != null) {
            return metOn().isAfter(due) ? "soon" : "done";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        return stands ? "calm" : days < 0 ? "late" : days <= SOON ? "soon" : "calm";
    }
}
