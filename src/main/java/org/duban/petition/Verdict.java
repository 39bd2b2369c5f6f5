package org.duban.petition;

import java.util.Optional;

/** Whether what a letter says proved to be so (是否属实). */
public enum Verdict {
    TRUE("属实"),
    MOSTLY("基本属实"),
    PARTLY("部分属实"),
    UNTRUE("不属实");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Verdict> of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.label.equals(word)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }

    /** What several units' findings say together: the same, or in part. */
    static Verdict together(Iterable<Verdict> each) {
        Verdict all = null;
        for (Verdict one : each) {
            all = all == null || all == one ? one : PARTLY;
        }
        return all;
    }
}
