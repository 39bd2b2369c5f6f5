package org.duban.petition.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.petition.Letter;
import org.duban.petition.Petition;
import org.duban.petition.repeat.store.PrintStore;
import org.springframework.stereotype.Component;

/**
 * Finds letters like a given one among all. Asks the index for those that have one of the letter's rarest pairs of
 * characters, as many pairs as may be had for so many letters read, and compares those one by one.
 */
@Component
class Lookout {

    /** How many letters may be read for one. */
    private static final int LETTERS_READ = 2_000;

    private static final int FEWEST_PAIRS = 6;

    private final PrintStore prints;
    private final Vocabularies vocabularies;
    private final RepeatSettings settings;

    Lookout(PrintStore prints, Vocabularies vocabularies, RepeatSettings settings) {
        this.prints = prints;
        this.vocabularies = vocabularies;
        this.settings = settings;
    }

    /** One that is alike. */
    record Found(CaseNo no, Likeness likeness) {}

    static Sight sight(Petition petition) {
        Letter letter = petition.letter();
        String place = letter.place();
        return new Sight(
                petition.no(),
                TextPrint.of(letter.body(), place, letter.firm()),
                Places.in(place, letter.body()),
                Places.firmsIn(letter.firm(), letter.body()),
                letter.pollutionTypes(),
                letter.district() == null ? null : letter.district().value(),
                letter.receivedOn());
    }

    /** Keeps what the letter is found by. */
    void remember(Sight sight) {
        prints.add(sight);
    }

    /** The likeliest first; none below the threshold. */
    List<Found> alike(Sight sight) {
        Vocabulary words = vocabularies.current();
        int[] rare = rarest(sight.print(), words);
        List<Found> found = new ArrayList<>();
        if (rare.length > 0) {
            for (Sight other : prints.withOneOf(rare, sight.no(), 2 * LETTERS_READ)) {
                Likeness likeness = Comparison.of(sight, other, words);
                if (likeness.score() >= settings.threshold()) {
                    found.add(new Found(other.no(), likeness));
                }
            }
        }
        found.sort(Comparator.comparingInt((Found one) -> -one.likeness().score())
                .thenComparing(one -> one.no().value(), Comparator.reverseOrder()));
        return List.copyOf(found.subList(0, Math.min(settings.shown(), found.size())));
    }

    /** The one letter of a batch that a mention must mean; null when none or several could be. */
    Found only(Sight sight, String inspection, int batch) {
        Vocabulary words = vocabularies.current();
        List<Found> found = prints.ofBatch(inspection, batch, sight.no()).stream()
                .map(other -> new Found(other.no(), Comparison.of(sight, other, words)))
                .sorted(Comparator.comparingInt((Found one) -> -one.likeness().score()))
                .toList();
        boolean clear = !found.isEmpty()
                && found.get(0).likeness().score() >= settings.threshold()
                && (found.size() == 1
                        || found.get(0).likeness().score()
                                > found.get(1).likeness().score());
        return clear ? found.get(0) : null;
    }

    Likeness compare(CaseNo one, CaseNo other) {
        List<Sight> both = prints.of(List.of(one, other));
        return both.size() < 2
                ? new Likeness(0, 0, List.of())
                : Comparison.of(both.get(0), both.get(1), vocabularies.current());
    }

    static int[] rarest(TextPrint print, Vocabulary words) {
        int[] byRarity = Arrays.stream(print.pairs())
                .boxed()
                .sorted(Comparator.comparingDouble(words::expectedLetters))
                .mapToInt(Integer::intValue)
                .toArray();
        double read = 0;
        int taken = 0;
        while (taken < byRarity.length) {
            read += words.expectedLetters(byRarity[taken]);
            if (read > LETTERS_READ && taken >= FEWEST_PAIRS) {
                break;
            }
            taken++;
        }
        return Arrays.copyOf(byRarity, taken);
    }
}
