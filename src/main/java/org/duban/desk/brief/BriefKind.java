package org.duban.desk.brief;

import java.util.Locale;
import java.util.Optional;

/** What may be drafted from a frozen round: 简报 tells those above, 通报 tells the units. */
public enum BriefKind {
    BRIEF("月调度简报"),
    BULLETIN("月调度通报");

    private final String label;

    BriefKind(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    /** As in the address of its page: {@code brief}. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BriefKind> of(String address) {
        for (BriefKind kind : values()) {
            if (kind.address().equals(address)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
