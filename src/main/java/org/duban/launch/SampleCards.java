package org.duban.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.duban.launch.process.SampleCardPlayer;
import org.duban.launch.process.SampleCardScript;
import org.duban.launch.store.CitySettings;
import org.duban.launch.store.SampleCases;
import org.duban.launch.store.SampleCases.Case;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample city's cards at every stage, so that the board is alive on the first day. What the watch proposes by itself
 * for late problems comes on top. A stopped loading goes on with the next card.
 */
@Component
class SampleCards {

    private static final Logger log = LoggerFactory.getLogger(SampleCards.class);
    private static final String PLAYED = "sample.cards";
    private static final String ALL = "all";

    /** A card needs a problem that was under way before it. */
    private static final Duration UNDER_WAY = Duration.ofDays(70);

    private final SampleCardPlayer player;
    private final SampleCases cases;
    private final CitySettings settings;
    private final Clock clock;

    SampleCards(SampleCardPlayer player, SampleCases cases, CitySettings settings, Clock clock) {
        this.player = player;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(PLAYED).map(ALL::equals).orElse(false);
    }

    void load() {
        if (loaded()) {
            return;
        }
        SampleCardScript[] scripts = SampleCardScript.values();
        List<Case> found = cases.rectifying(clock.instant().minus(UNDER_WAY), scripts.length);
        LocalDate today = LocalDate.now(clock);
        int done = settings.get(PLAYED).map(Integer::parseInt).orElse(0);
        for (int i = done; i < Math.min(found.size(), scripts.length); i++) {
            settings.set(PLAYED, String.valueOf(i + 1));
            try {
                player.play(found.get(i), scripts[i], today);
            } catch (RuntimeException e) {
                // One odd card must not cost the newcomer the others.
                log.warn("样例警示牌 {} 的经过没有全部重现 / sample card not played to the end", scripts[i], e);
            }
        }
        settings.set(PLAYED, ALL);
    }
}
