package org.duban.launch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.engine.EngineIdentity;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.kernel.Zones;
import org.duban.launch.SampleLetterWords.Text;
import org.duban.launch.store.CitySettings;
import org.duban.organisation.People;
import org.duban.organisation.Person;
import org.duban.petition.Answer;
import org.duban.petition.Batch;
import org.duban.petition.BatchService;
import org.duban.petition.Channel;
import org.duban.petition.Identity;
import org.duban.petition.NewLetter;
import org.duban.petition.Outcome;
import org.duban.petition.PetitionNumber;
import org.duban.petition.PetitionService;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Proposals;
import org.duban.petition.Registered;
import org.duban.petition.Sanctions;
import org.duban.petition.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample city's letters: an inspection of fifteen batches that ended yesterday, and a year of the complaint platform.
 * Nearly all of them are answered and come in as such; the latest go through the process. Loading again finds what is
 * there by its numbers.
 */
@Component
class SamplePetitions {

    private static final Logger log = LoggerFactory.getLogger(SamplePetitions.class);
    private static final String LOADED = "sample.petitions";
    private static final String STARTED_ON = "sample.petitions-on";
    private static final String INSPECTION = "省生态环境保护例行督察";
    private static final int[] BATCHES = {9, 13, 10, 15, 12, 8, 14, 11, 13, 9, 12, 10, 14, 12, 10};
    private static final int ANSWERED_BATCHES = 12;
    private static final int PLATFORM_LETTERS = SamplePlatform.LETTERS;
    private static final int OPEN_PLATFORM_LETTERS = 20;
    private static final int DISPATCHED_PLATFORM_LETTERS = PLATFORM_LETTERS - 10;
    private static final int AT_ONCE = 40;

    private final PetitionService petitions;
    private final PetitionStore store;
    private final BatchService batches;
    private final Proposals proposals;
    private final CitySettings settings;
    private final People people;
    private final EngineIdentity identity;
    private final CityClock clock;
    private volatile boolean stopped;

    SamplePetitions(
            PetitionService petitions,
            PetitionStore store,
            BatchService batches,
            Proposals proposals,
            CitySettings settings,
            People people,
            EngineIdentity identity,
            CityClock clock) {
        this.petitions = petitions;
        this.store = store;
        this.batches = batches;
        this.proposals = proposals;
        this.settings = settings;
        this.people = people;
        this.identity = identity;
        this.clock = clock;
    }

    boolean loaded() {
        return settings.get(LOADED).isPresent();
    }

    void stop() {
        stopped = true;
    }

    void load() {
        if (settings.get(STARTED_ON).isEmpty()) {
            settings.set(STARTED_ON, LocalDate.now(clock).toString());
        }
        LocalDate today = startedOn();
        platform(today);
        inspection(today);
        if (!stopped) {
            settings.set(LOADED, "all");
        }
    }

    /** Relative days must mean the same when a stopped loading goes on the next day. */
    LocalDate startedOn() {
        return LocalDate.parse(settings.get(STARTED_ON).orElseThrow());
    }

    /** The letter of the platform that has words of its own. */
    Optional<CaseNo> find(SampleLetter own) {
        PetitionNumber number = SamplePlatform.number(SamplePlatform.place(own), startedOn());
        PetitionStore.Key key = new PetitionStore.Key(number.scope(), number.value());
        return Optional.ofNullable(store.known(List.of(key)).get(key)).map(PetitionStore.Known::no);
    }

    LocalDate received(SampleLetter own) {
        return SamplePlatform.received(SamplePlatform.place(own), startedOn());
    }

    static Batch.Key batch(int ordinal) {
        return new Batch.Key(INSPECTION, "", ordinal);
    }

    private void inspection(LocalDate today) {
        SampleLetterWords words = new SampleLetterWords(2022);
        for (int ordinal = 1; ordinal <= BATCHES.length && !stopped; ordinal++) {
            LocalDate received = today.minusDays(BATCHES.length - ordinal + 1L);
            Batch.Key key = batch(ordinal);
            boolean answered = ordinal <= ANSWERED_BATCHES;
            List<NewLetter> letters = new ArrayList<>();
            Map<String, BigDecimal> districts = new LinkedHashMap<>();
            for (int i = 1; i <= BATCHES[ordinal - 1]; i++) {
                Text text = words.next();
                boolean call = words.below(2) == 0;
                String number = "%s2FJ%s%04d"
                        .formatted(call ? "D" : "X", received.toString().replace("-", ""), 10 + i);
                letters.add(letter(
                        words,
                        text,
                        PetitionNumber.read(number, INSPECTION, null, received),
                        call ? Channel.CALL : Channel.LETTER,
                        key,
                        received,
                        answered));
                districts.merge(words.region(text), BigDecimal.ONE, BigDecimal::add);
            }
            Instant handedOver = received.plusDays(1)
                    .atTime(LocalTime.of(9, 0))
                    .atZone(Zones.CITY)
                    .toInstant();
            int count = letters.size();
            at(handedOver, () -> {
                Batch.Stated stated = new Batch.Stated(count, null, null, null, districts, Map.of());
                batches.state(new BatchService.Paper(
                        key,
                        received.atTime(8, 0).atZone(Zones.CITY).toInstant(),
                        received.atTime(20, 0).atZone(Zones.CITY).toInstant(),
                        received.plusDays(1),
                        stated));
                register(letters);
            });
            if (!answered && ordinal < BATCHES.length) {
                at(handedOver.plusSeconds(3_600), () -> dispatch(letters));
            }
        }
    }

    private void platform(LocalDate today) {
        SampleLetterWords words = new SampleLetterWords(1_587);
        Map<Integer, SampleLetter> own = SampleLetter.all().stream()
                .filter(SampleLetter::ofPlatform)
                .collect(Collectors.toMap(SamplePlatform::place, Function.identity()));
        List<NewLetter> together = new ArrayList<>();
        for (int i = 1; i <= PLATFORM_LETTERS && !stopped; i++) {
            boolean open = i > PLATFORM_LETTERS - OPEN_PLATFORM_LETTERS;
            LocalDate received = SamplePlatform.received(i, today);
            Text text = words.next();
            PetitionNumber number = SamplePlatform.number(i, today);
            NewLetter made = letter(
                    words,
                    text,
                    number,
                    words.below(5) == 0 ? Channel.WECHAT : Channel.PLATFORM,
                    null,
                    received,
                    !open);
            together.add(own.containsKey(i) ? SamplePlatform.own(own.get(i), made, i) : made);
            // What is worked on comes in on its own day, what is answered some days' letters together.
            if (together.size() == AT_ONCE
                    || own.containsKey(i)
                    || i == PLATFORM_LETTERS - OPEN_PLATFORM_LETTERS
                    || i == DISPATCHED_PLATFORM_LETTERS
                    || i == PLATFORM_LETTERS
                    || open && !SamplePlatform.received(i + 1, today).equals(received)) {
                List<NewLetter> letters = List.copyOf(together);
                together.clear();
                at(received.atTime(10, 0).atZone(Zones.CITY).toInstant(), () -> register(letters));
                if (open && i <= DISPATCHED_PLATFORM_LETTERS) {
                    at(received.atTime(10, 30).atZone(Zones.CITY).toInstant(), () -> dispatch(letters));
                }
            }
        }
    }

    private NewLetter letter(
            SampleLetterWords words,
            Text text,
            PetitionNumber number,
            Channel channel,
            Batch.Key batch,
            LocalDate received,
            boolean answered) {
        int chance = words.below(10);
        Verdict verdict =
                chance < 4 ? Verdict.TRUE : chance < 8 ? Verdict.PARTLY : chance < 9 ? Verdict.MOSTLY : Verdict.UNTRUE;
        Answer answer = answered
                ? new Answer(
                        verdict,
                        Outcome.DONE,
                        verdict == Verdict.UNTRUE ? "经多次现场核查，未发现所反映的情况。" : text.findings(),
                        verdict == Verdict.UNTRUE ? "已向周边住户说明，并加强巡查。" : text.handling(),
                        null,
                        null,
                        verdict == Verdict.TRUE
                                ? new Sanctions(1, words.below(4) == 0 ? 1 : null, null, null, null, null, null)
                                : Sanctions.NONE,
                        null)
                : Answer.NONE;
        boolean named = channel != Channel.CALL && words.below(3) == 0;
        int who = words.below(10_000);
        return new NewLetter(
                number,
                channel,
                batch == null ? null : INSPECTION,
                null,
                batch,
                batch == null ? null : received.plusDays(1),
                received,
                words.region(text),
                UnitCode.of(text.district()),
                text.place(),
                null,
                text.types(),
                null,
                text.body(),
                null,
                batch != null && words.below(12) == 0,
                !named,
                named ? new Identity("样例信访人" + who, "1380000%04d".formatted(who), null, null, null) : null,
                answer,
                answered);
    }

    private void register(List<NewLetter> letters) {
        petitions.registerAll(letters, coordinator());
    }

    /** As proposed; one that is dispatched already stays as it is. */
    private void dispatch(List<NewLetter> letters) {
        for (Registered known : petitions.registerAll(letters, coordinator())) {
            CaseNo no = known.no();
            store.find(no)
                    .filter(petition -> petition.state() == PetitionState.REGISTERED)
                    .ifPresent(petition -> {
                        try {
                            petitions.fileDispatch(no, proposals.of(petition).command(), coordinator());
                        } catch (Refusal e) {
                            // One odd letter must not cost the newcomer the city; it simply waits at the desk.
                            log.warn("样例信访件 {} 没有转办 / sample letter not dispatched", no, e);
                        }
                    });
        }
    }

    private Actor coordinator() {
        return people.byUsername("coordinator").map(Person::actor).orElse(Actor.system());
    }

    private void at(Instant time, Runnable work) {
        try {
            Instant now = clock.instant();
            clock.at(time.isAfter(now) ? now : time, () -> {
                identity.asPerson("coordinator", work);
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
