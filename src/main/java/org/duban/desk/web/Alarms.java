package org.duban.desk.web;

import java.time.Duration;
import org.duban.deadline.CalendarLoading;
import org.duban.deadline.WatchHealth;
import org.duban.launch.SampleCity;
import org.duban.notice.service.PaperDesk;
import org.springframework.stereotype.Component;

/** What must not pass in silence, on every page of those who oversee; templates call it as {@code @alarms}. */
@Component("alarms")
public class Alarms {

    private final CalendarLoading calendars;
    private final WatchHealth watch;
    private final PaperDesk papers;
    private final SampleCity sample;

    Alarms(CalendarLoading calendars, WatchHealth watch, PaperDesk papers, SampleCity sample) {
        this.calendars = calendars;
        this.watch = watch;
        this.papers = papers;
        this.sample = sample;
    }

    /** The year whose notice should be loaded by now; null when all is well. */
    public Integer missingYear() {
        return calendars.missingYear().orElse(null);
    }

    /** For how long the deadline watch has been standing, in words; null when it is at work. */
    public String watchBehind() {
        // The watch waits while the sample city's past is being played.
        return sample.loading() ? null : watch.behind().map(Alarms::words).orElse(null);
    }

    /** How many deliveries of papers failed and wait for the coordinator; null when none. */
    public Integer undelivered() {
        int failed = papers.failed();
        return failed == 0 ? null : failed;
    }

    private static String words(Duration lag) {
        return lag.toHours() < 1
                ? " " + lag.toMinutes() + " 分钟"
                : lag.toDays() < 1 ? " " + lag.toHours() + " 小时" : " " + lag.toDays() + " 天";
    }
}
