package org.duban.notice.service;

import org.duban.kernel.UnitCode;
import org.duban.notice.paper.PaperKind;

/** What a list of papers is narrowed to; null means any. */
public record PaperFilter(PaperKind kind, PaperState state, UnitCode unit, String words) {

    private static final int LONGEST = 60;

    /** As an address carries it; what is no kind, state or unit narrows nothing. */
    public static PaperFilter of(String kind, String state, String unit, String words) {
        String text = words == null ? "" : words.strip();
        return new PaperFilter(
                named(PaperKind.values(), kind),
                named(PaperState.values(), state),
                unit == null || !unit.matches("[A-Za-z0-9]{2,20}") ? null : UnitCode.of(unit),
                text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST)));
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
