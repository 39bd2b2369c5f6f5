package org.duban.desk.card;

import java.util.List;
import java.util.Set;
import org.duban.card.Card;
import org.duban.card.CardCause;
import org.duban.card.CardColour;
import org.duban.card.Cards;
import org.duban.deadline.Subjects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.duban.organisation.UnitKind;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** The cards about a case, for a section of its page; the template calls it as {@code @caseCards}. */
@Component("caseCards")
public class CaseCards {

    private final Cards cards;
    private final Subjects subjects;
    private final Units units;
    private final Access access;
    private final CurrentActor actor;

    CaseCards(Cards cards, Subjects subjects, Units units, Access access, CurrentActor actor) {
        this.cards = cards;
        this.subjects = subjects;
        this.units = units;
        this.access = access;
        this.actor = actor;
    }

    /** A card and its unit's name. */
    public record Line(Card card, String unit) {}

    /** Those the person may see: all of them, or those issued to the own unit. */
    public List<Line> of(String caseNo) {
        boolean office = access.visibleUnits().isEmpty();
        return cards.about(CaseNo.of(caseNo)).stream()
                .filter(card -> office || (card.level() > 0 && access.sees(Set.of(card.unit()))))
                .map(card -> new Line(card, units.shortName(card.unit())))
                .toList();
    }

    /** The units a card about the case may be given to, as far as the person may propose one; otherwise none. */
    public List<Unit> proposable(String caseNo) {
        Set<UnitCode> parties = subjects.units(CaseNo.of(caseNo));
        UnitCode own = actor.person().map(person -> person.unit()).orElse(null);
        boolean coordinator = actor.holding(Role.COORDINATOR, null).isPresent();
        boolean department = own != null
                && parties.contains(own)
                && (actor.holding(Role.CLERK, own).isPresent()
                        || actor.holding(Role.HEAD, own).isPresent())
                && units.byCode(own)
                        .filter(unit -> unit.kind() == UnitKind.DEPARTMENT || unit.kind() == UnitKind.OFFICE)
                        .isPresent();
        return coordinator || department
                ? parties.stream()
                        .filter(unit -> coordinator || !unit.equals(own))
                        .flatMap(code -> units.byCode(code).stream())
                        .toList()
                : List.of();
    }

    public boolean coordinator() {
        return actor.holding(Role.COORDINATOR, null).isPresent();
    }

    public CardCause[] causes() {
        return CardCause.values();
    }

    public CardColour[] colours() {
        return CardColour.values();
    }
}
