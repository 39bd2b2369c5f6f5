package org.duban.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.process.SamplePlayer;
import org.duban.launch.store.CitySettings;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.petition.Course;
import org.duban.petition.PetitionStore;
import org.duban.petition.repeat.LookBacks;
import org.duban.petition.repeat.Repeats;
import org.duban.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Two places of the sample city that were closed and are complained of again: an old letter became a problem, the problem
 * was struck off, and a new letter was joined with the old one. One look-back has been arranged, one waits for the
 * coordinator. Every step finds what was done before, so that loading may stop anywhere.
 */
@Component
class SampleLookBacks {

    private static final Logger log = LoggerFactory.getLogger(SampleLookBacks.class);
    private static final String PLAYED = "sample.look-backs";
    private static final UnitCode SUPERVISOR = UnitCode.of("35050012");
    private static final Duration CONFIRMED_AFTER = Duration.ofMinutes(10);
    /** Struck off before the new letters came. */
    private static final int STRUCK_OFF_BEFORE = 24;

    private static final int JOINED_AFTER = 4;
    private static final int ARRANGED = 2;

    private final SampleLetters letters;
    private final SamplePetitions sample;
    private final SamplePlayer player;
    private final PetitionStore petitions;
    private final Problems problems;
    private final Repeats repeats;
    private final LookBacks lookBacks;
    private final CitySettings settings;
    private final People people;
    private final CityClock clock;

    SampleLookBacks(
            SampleLetters letters,
            SamplePetitions sample,
            SamplePlayer player,
            PetitionStore petitions,
            Problems problems,
            Repeats repeats,
            LookBacks lookBacks,
            CitySettings settings,
            People people,
            CityClock clock) {
        this.letters = letters;
        this.sample = sample;
        this.player = player;
        this.petitions = petitions;
        this.problems = problems;
        this.repeats = repeats;
        this.lookBacks = lookBacks;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(PLAYED).isPresent();
    }

    void load() {
        if (loaded()) {
            return;
        }
        Map<Integer, List<SampleLetter>> pairs = SampleLetter.all().stream()
                .filter(letter -> letter.pair() > 0)
                .sorted(Comparator.comparingInt(SampleLetter::daysAgo).reversed())
                .collect(Collectors.groupingBy(SampleLetter::pair, TreeMap::new, Collectors.toList()));
        SampleThreads.each(pairs.values(), pair -> {
            try {
                play(pair.get(0), pair.get(1));
            } catch (RuntimeException e) {
                log.warn(
                        "样例回头看 {} 的经过没有全部重现 / sample look-back not played to the end",
                        pair.get(0).pair(),
                        e);
            }
        });
        settings.set(PLAYED, "all");
    }

    private void play(SampleLetter old, SampleLetter recent) {
        CaseNo before = letters.play(old).orElse(null);
        CaseNo again = letters.play(recent).orElse(null);
        if (before == null || again == null) {
            return;
        }
        CaseNo problem = CaseNo.of(petitions
                .find(before)
                .map(letter -> letter.course())
                .map(Course::problemNo)
                .orElseThrow());
        strikeOff(problem, old);
        Actor coordinator = people.byUsername("coordinator").map(Person::actor).orElseGet(Actor::system);
        LocalDate came = sample.received(recent);
        at(afternoon(came.plusDays(JOINED_AFTER)), () -> repeats.join(before, again, coordinator));
        if (old.pair() == ARRANGED) {
            at(afternoon(sample.startedOn()), () -> {
                lookBacks.accept(problem, again, coordinator);
                player.lookBack(problem);
            });
        }
    }

    private void strikeOff(CaseNo problem, SampleLetter letter) {
        Instant registered = problems.file(problem).orElseThrow().registeredAt();
        LocalDate over = sample.startedOn().minusDays(STRUCK_OFF_BEFORE);
        at(registered.plus(CONFIRMED_AFTER), () -> player.dispatch(problem, SUPERVISOR, over));
        at(
                afternoon(over),
                () -> player.play(
                        problem,
                        new SamplePast("", "", "STRUCK_OFF", 0, letter.handling(), letter.handling(), "", "", "", "")));
    }

    private static Instant afternoon(LocalDate day) {
        return day.atTime(LocalTime.of(15, 0)).atZone(Zones.CITY).toInstant();
    }

    private void at(Instant time, Runnable work) {
        Instant now = clock.instant();
        try {
            clock.at(time.isAfter(now) ? now : time, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
