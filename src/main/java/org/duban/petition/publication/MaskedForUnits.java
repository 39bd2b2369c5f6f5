package org.duban.petition.publication;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.petition.TextMask;
import org.springframework.stereotype.Component;

/**
 * Hides in a letter what would lead a unit to its writer: the writer's name, numbers and addresses to reach somebody by.
 * Names of firms and of others, plates of lorries and houses stay, or nobody could look into the matter. The ends of a number stay where they tell one
 * from another.
 */
@Component
class MaskedForUnits implements TextMask {

    private static final Set<MaskKind> HIDDEN = Set.of(
            MaskKind.MOBILE, MaskKind.LANDLINE, MaskKind.ID_CARD, MaskKind.EMAIL, MaskKind.ACCOUNT, MaskKind.BANK_CARD);
    private static final int SHORT = 9;

    @Override
    public String mask(String text, Collection<String> writers) {
        return hide(text, writers, mask -> HIDDEN.contains(mask.kind()) || writers.contains(mask.original(text)));
    }

    @Override
    public String nameless(String text, Collection<String> writers) {
        return hide(text, writers, mask -> mask.kind() == MaskKind.NAME || HIDDEN.contains(mask.kind()));
    }

    private static String hide(String text, Collection<String> writers, Predicate<Mask> which) {
        List<Mask> masks = Masking.propose(text, writers).stream()
                .filter(which)
                .map(mask -> new Mask(mask.kind(), mask.start(), mask.end(), mask.confidence(), hidden(mask, text)))
                .toList();
        return Masking.apply(text, masks);
    }

    private static String hidden(Mask mask, String text) {
        if (mask.kind() == MaskKind.NAME) {
            return mask.replacement();
        }
        if (mask.kind() == MaskKind.EMAIL || mask.kind() == MaskKind.ACCOUNT) {
            return "****";
        }
        String digits = Shadow.of(mask.original(text))
                .chars()
                .filter(c -> c >= '0' && c <= '9' || c == 'X' || c == 'x')
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        return digits.length() < SHORT
                ? "****"
                : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 2);
    }
}
