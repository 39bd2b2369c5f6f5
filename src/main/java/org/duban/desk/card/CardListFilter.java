package org.duban.desk.card;

import java.time.LocalDate;
import org.duban.card.CardColour;
import org.duban.card.CardState;
import org.duban.kernel.UnitCode;

/**
 * Which issued cards a list shows; null parts do not narrow it.
 *
 * @param tab null for every issued card
 * @param age only those issued so many days ago or earlier
 * @param text what number, subject, title or paper must contain, folded
 * @param from and {@code to}: the days they were first issued on, both included
 * @param oldest true: the oldest first
 */
public record CardListFilter(
        CardTab tab,
        UnitCode unit,
        CardColour colour,
        CardState state,
        Integer age,
        String text,
        LocalDate from,
        LocalDate to,
        boolean oldest) {

    /** Only what the unit has in force. */
    public static CardListFilter issued() {
        return new CardListFilter(null, null, null, null, null, null, null, null, false);
    }

    CardListFilter on(CardTab other) {
        return new CardListFilter(other, unit, colour, state, age, text, from, to, oldest);
    }
}
