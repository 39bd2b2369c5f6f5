package org.duban.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.duban.kernel.Zones;

/** Moments and spans as lists write them. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Zones.CITY);

    private Words() {}

    static String minute(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    /** 3 天 4 小时, 12 分钟. */
    static String span(Duration span) {
        long days = span.toDays();
        if (days > 0) {
            return days + " 天" + (span.toHoursPart() > 0 ? " " + span.toHoursPart() + " 小时" : "");
        }
        long hours = span.toHours();
        return hours > 0 ? hours + " 小时 " + span.toMinutesPart() + " 分钟" : Math.max(0, span.toMinutes()) + " 分钟";
    }
}
