package org.duban.desk.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.card.CardCount;
import org.duban.card.Cards;
import org.duban.card.ConsequenceKind;
import org.duban.desk.store.UnitCardStore;
import org.duban.desk.store.UnitCardStore.Event;
import org.duban.desk.store.UnitCardStore.Following;
import org.duban.desk.store.UnitCardStore.Holding;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units' records of cards, counted from rows that stand, and the consequence ledger. */
@Service
@Transactional(readOnly = true)
public class UnitCards {

    private static final int MOST = 500;
    private static final int SIZE = 50;
    private static final Holding NOTHING = new Holding(0, 0);

    private final Cards cards;
    private final UnitCardStore store;
    private final RuleReferences rules;
    private final Units units;
    private final Access access;

    UnitCards(Cards cards, UnitCardStore store, RuleReferences rules, Units units, Access access) {
        this.cards = cards;
        this.store = store;
        this.rules = rules;
        this.units = units;
        this.access = access;
    }

    /**
     * A unit in the matrix.
     *
     * @param holding what it has in force now, whatever the period
     * @param points what was deducted in the period, negative
     */
    public record UnitLine(String code, String name, CardCount count, Holding holding, int points) {}

    /** A line of the consequence ledger, with the unit's name and the rule. */
    public record Consequence(Following row, String unit, RuleReferences.Reference rule) {}

    /** A page of the ledger; {@code next} is null on the last. */
    public record Page(List<Consequence> lines, Long next) {}

    /** What a unit's record of a period holds. */
    public record Record(Unit unit, UnitLine line, List<Event> events, boolean more, List<Consequence> consequences) {}

    /** Units that had a card in the period or have one now; those with the most first. */
    public List<UnitLine> matrix(LocalDate from, LocalDate to) {
        Map<String, CardCount> counts = counts(from, to);
        Map<String, Holding> holding = store.inForce();
        Map<String, Integer> points = store.points(from, to);
        Set<String> codes = new LinkedHashSet<>(counts.keySet());
        codes.addAll(holding.keySet());
        codes.addAll(points.keySet());
        return codes.stream()
                .filter(code -> access.sees(Set.of(UnitCode.of(code))))
                .map(code -> line(code, counts, holding, points))
                .sorted(Comparator.comparing((UnitLine line) -> -line.count().red())
                        .thenComparing(line -> -line.count().yellow())
                        .thenComparing(UnitLine::code))
                .toList();
    }

    private Map<String, CardCount> counts(LocalDate from, LocalDate to) {
        return cards.counts(from, to).stream()
                .collect(Collectors.toMap(count -> count.unit().value(), Function.identity()));
    }

    private UnitLine line(
            String code, Map<String, CardCount> counts, Map<String, Holding> holding, Map<String, Integer> points) {
        UnitCode unit = UnitCode.of(code);
        return new UnitLine(
                code,
                units.shortName(unit),
                counts.getOrDefault(code, new CardCount(unit, 0, 0, 0, 0, 0)),
                holding.getOrDefault(code, NOTHING),
                points.getOrDefault(code, 0));
    }

    /** Empty when there is no such unit, or it is not for this person. */
    public Optional<Record> record(String code, LocalDate from, LocalDate to) {
        return units.find(code).filter(unit -> access.sees(Set.of(unit.code()))).map(unit -> record(unit, from, to));
    }

    private Record record(Unit unit, LocalDate from, LocalDate to) {
        List<Event> events = store.events(unit.code(), from, to, MOST + 1);
        boolean more = events.size() > MOST;
        return new Record(
                unit,
                line(unit.code().value(), counts(from, to), store.inForce(), store.points(from, to)),
                more ? events.subList(0, MOST) : events,
                more,
                store.consequences(null, unit.code(), null, false, from, to, Long.MAX_VALUE, MOST).stream()
                        .map(this::consequence)
                        .toList());
    }

    /** A page of the consequence ledger, the newest first. */
    public Page consequences(UnitCode unit, ConsequenceKind kind, boolean openOnly, Long before) {
        List<Following> found = store.consequences(
                access.visibleUnits().orElse(null),
                unit,
                kind,
                openOnly,
                null,
                null,
                before == null ? Long.MAX_VALUE : before,
                SIZE + 1);
        List<Following> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        List<Consequence> lines = new ArrayList<>();
        shown.forEach(row -> lines.add(consequence(row)));
        return new Page(lines, found.size() > SIZE ? shown.get(SIZE - 1).id() : null);
    }

    private Consequence consequence(Following row) {
        return new Consequence(row, units.shortName(UnitCode.of(row.unit())), rules.of(row.rule()));
    }
}
