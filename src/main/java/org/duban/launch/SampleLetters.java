package org.duban.launch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kernel.CaseNo;
import org.duban.launch.process.SampleLetterPlayer;
import org.duban.launch.store.CitySettings;
import org.duban.petition.Batch;
import org.duban.petition.BatchStore;
import org.duban.petition.Petition;
import org.duban.petition.PetitionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample city's letters at work, at every stage between signing and the leader's case. A stopped loading goes on with
 * the next letter; a city that was loaded before there were such letters stays as its reader left it.
 */
@Component
class SampleLetters {

    private static final Logger log = LoggerFactory.getLogger(SampleLetters.class);
    private static final String PLAYED = "sample.letters";
    private static final String ALL = "all";

    private final SamplePetitions sample;
    private final SampleLetterPlayer player;
    private final PetitionStore petitions;
    private final BatchStore batches;
    private final CitySettings settings;
    private volatile boolean stopped;

    SampleLetters(
            SamplePetitions sample,
            SampleLetterPlayer player,
            PetitionStore petitions,
            BatchStore batches,
            CitySettings settings) {
        this.sample = sample;
        this.player = player;
        this.petitions = petitions;
        this.batches = batches;
        this.settings = settings;
    }

    boolean loaded() {
        return settings.get(PLAYED).map(ALL::equals).orElse(false);
    }

    void stop() {
        stopped = true;
    }

    void load() {
        if (loaded()) {
            return;
        }
        List<SampleLetter> all =
                SampleLetter.all().stream().filter(letter -> letter.pair() == 0).toList();
        int done = settings.get(PLAYED).map(Integer::parseInt).orElse(0);
        boolean ofThisSample = all.stream().filter(SampleLetter::ofPlatform).allMatch(letter -> sample.find(letter)
                .isPresent());
        for (int i = done; ofThisSample && i < all.size(); i++) {
            if (stopped) {
                return;
            }
            play(all.get(i), all.subList(0, i));
            settings.set(PLAYED, String.valueOf(i + 1));
        }
        settings.set(PLAYED, ALL);
    }

    private void play(SampleLetter letter, List<SampleLetter> before) {
        try {
            if (letter.ofPlatform()) {
                play(letter);
            } else {
                long taken = before.stream()
                        .filter(other -> other.batch() == letter.batch())
                        .count();
                inBatch(letter, (int) taken);
            }
        } catch (RuntimeException e) {
            // One odd letter must not cost the newcomer the others.
            log.warn("样例信访件“{}”的经过没有全部重现 / sample letter not played to the end", letter.steps(), e);
        }
    }

    /** A letter of the platform; empty when this city has none such. */
    Optional<CaseNo> play(SampleLetter letter) {
        Optional<CaseNo> no = sample.find(letter);
        no.ifPresent(found -> player.play(found, letter, sample.received(letter), sample.startedOn()));
        return no;
    }

    private void inBatch(SampleLetter letter, int place) {
        Batch batch = batches.find(SamplePetitions.batch(letter.batch())).orElseThrow();
        // Who shares a letter answers it together, which takes longer than these have had.
        Petition petition = petitions.ofBatch(batch.id()).stream()
                .filter(one -> one.shares().size() == 1)
                .skip(place)
                .findFirst()
                .orElseThrow();
        SampleLetterWords.Found found =
                SampleLetterWords.found(petition.letter().body());
        LocalDate came = batch.handedOverOn();
        player.play(petition.no(), letter.answered(found.findings(), found.handling()), came, sample.startedOn());
    }
}
