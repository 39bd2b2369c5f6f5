package org.duban.intake;

import java.util.Arrays;
import java.util.Optional;

/** What a file brings in. */
public enum ImportKind {
    PROBLEMS("problems", "问题清单"),
    /** Letters, or the statistics of their batches: the headings tell which. */
    PETITIONS("petitions", "信访件");

    private final String word;
    private final String label;

    ImportKind(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As the API names it. */
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public static Optional<ImportKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
