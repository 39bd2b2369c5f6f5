package org.duban.petition.repeat;

import org.duban.petition.repeat.store.PrintStore;
import org.springframework.stereotype.Component;

/** How common words are now; sampled anew when there are a fifth more letters than at the last time. */
@Component
class Vocabularies {

    private static final int SAMPLE = 4_000;
    private static final int FEW = 50;

    private final PrintStore prints;
    private volatile Vocabulary current;

    Vocabularies(PrintStore prints) {
        this.prints = prints;
    }

    Vocabulary current() {
        long letters = prints.letters();
        Vocabulary known = current;
        if (known == null || letters > known.letters() * 6 / 5 + FEW || letters < known.letters()) {
            known = Vocabulary.of(letters, prints.sample(letters, SAMPLE));
            current = known;
        }
        return known;
    }
}
