package org.duban.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.duban.kernel.Zones;
import org.duban.launch.process.SampleRoundPlayer;
import org.duban.launch.store.CitySettings;
import org.springframework.stereotype.Component;

/**
 * The sample city's monthly rounds: last month's, frozen with some units silent, and this month's, which is open and half
 * reported. May run twice: a month has one round, and who has reported has no task any more.
 */
@Component
class SampleRounds {

    private static final String PLAYED = "sample.rounds";
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int LAST_OPENED_ON = 12;
    private static final int OPEN_FOR_DAYS = 3;

    private final SampleRoundPlayer player;
    private final CitySettings settings;
    private final Clock clock;

    SampleRounds(SampleRoundPlayer player, CitySettings settings, Clock clock) {
        this.player = player;
        this.settings = settings;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(PLAYED).map("all"::equals).orElse(false);
    }

    void load() {
        if (loaded()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        YearMonth month = YearMonth.from(today);
        YearMonth before = month.minusMonths(1);
        Instant frozen = player.playFrozen(before, at(before.atDay(LAST_OPENED_ON)), at(month.atDay(1)));
        player.playOpen(month, opened(today, month, frozen));
        settings.set(PLAYED, "all");
    }

    // Some days ago, yet in this month and after last month's round was frozen.
    private Instant opened(LocalDate today, YearMonth month, Instant frozen) {
        Instant opened = at(today.minusDays(OPEN_FOR_DAYS));
        Instant earliest = at(month.atDay(1));
        Instant now = clock.instant();
        if (opened.isBefore(earliest)) {
            opened = earliest;
        }
        return opened.isAfter(now) || !opened.isAfter(frozen) ? now : opened;
    }

    private static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(Zones.CITY).toInstant();
    }
}
