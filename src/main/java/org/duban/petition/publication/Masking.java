package org.duban.petition.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds in a text what gives persons away: names, numbers they can be reached or identified by, plates, rooms. It
 * proposes; a person decides. Numbers are found however they are written (blanks, dashes, full-width or Chinese digits);
 * names only where the words beside them say that a person is meant, so that places and firms stay readable.
 */
public final class Masking {

    private Masking() {}

    /** The places to hide, from the beginning of the text to its end, none overlapping another. */
    public static List<Mask> propose(String text) {
        return propose(text, Set.of());
    }

    /** @param known names that are to be hidden wherever they stand, such as the petitioner's */
    public static List<Mask> propose(String text, Collection<String> known) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        String shadow = Shadow.of(text);
        List<Mask> found = new ArrayList<>(NumberMasks.find(text, shadow));
        List<Mask> numbers = withoutOverlaps(found);
        found = new ArrayList<>(numbers);
        found.addAll(NameMasks.known(text, known));
        found.addAll(NameMasks.find(text, numbers));
        return withoutOverlaps(found);
    }

    /** The text with every proposal carried out. */
    public static String masked(String text) {
        return apply(text, propose(text));
    }

    /** @param masks as {@link #propose} gives them: in order, none overlapping */
    public static String apply(String text, List<Mask> masks) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Mask mask : masks) {
            out.append(text, at, mask.start()).append(mask.replacement());
            at = mask.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Of two that overlap the surer one stays, of equally sure ones the longer. */
    private static List<Mask> withoutOverlaps(List<Mask> found) {
        List<Mask> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(Mask::confidence)
                        .reversed()
                        .thenComparing(mask -> mask.start() - mask.end())
                        .thenComparing(Mask::start))
                .filter(mask -> kept.stream().noneMatch(mask::overlaps))
                .forEach(kept::add);
        kept.sort(Comparator.comparingInt(Mask::start));
        return kept;
    }
}
