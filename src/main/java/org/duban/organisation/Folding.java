package org.duban.organisation;

import java.text.Normalizer;
import java.util.Locale;

/** Folds a unit's name as offices really type it: full and half width, spaces and punctuation make no difference. */
public final class Folding {

    private Folding() {}

    public static String fold(String text) {
        return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
