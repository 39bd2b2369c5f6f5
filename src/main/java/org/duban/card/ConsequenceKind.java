package org.duban.card;

import java.util.Arrays;
import java.util.Optional;

/** What follows from a card; the label is the word the decision tables use. */
public enum ConsequenceKind {
    SPECIAL_LETTER("专函督办"),
    DEDUCTION("考核扣分"),
    INTERVIEW("约谈"),
    LISTED_SUPERVISION("挂牌督办"),
    REGIONAL_LIMIT("区域限批"),
    ACCOUNTABILITY("移送问责");

    private final String label;

    ConsequenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<ConsequenceKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
