package org.duban.card;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;

/**
 * Which cards a list shows; null or empty parts do not narrow it.
 *
 * @param colour the one in force, or the one proposed
 * @param from and {@code to}: the days they were proposed on, both included
 * @param visible units whose issued cards may be seen; null for all and for what is only proposed
 */
public record CardFilter(
        UnitCode unit,
        CardColour colour,
        List<CardState> states,
        CaseNo subject,
        CardCause cause,
        LocalDate from,
        LocalDate to,
        Set<UnitCode> visible) {

    public CardFilter {
        states = List.copyOf(states);
    }

    /** Everything the office may see. */
    public static CardFilter all() {
        return new CardFilter(null, null, List.of(), null, null, null, null, null);
    }

    public CardFilter in(Collection<CardState> some) {
        return new CardFilter(unit, colour, List.copyOf(some), subject, cause, from, to, visible);
    }

    public CardFilter of(UnitCode one) {
        return new CardFilter(one, colour, states, subject, cause, from, to, visible);
    }

    CardFilter seenBy(Set<UnitCode> units) {
        return new CardFilter(unit, colour, states, subject, cause, from, to, units);
    }
}
