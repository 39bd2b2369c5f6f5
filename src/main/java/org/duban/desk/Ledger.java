package org.duban.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.duban.card.CardColour;
import org.duban.deadline.WorkingCalendars;
import org.duban.desk.store.CardListDeskStore;
import org.duban.desk.store.CaseListQuery;
import org.duban.desk.store.CaseListStore;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.duban.organisation.Folding;
import org.duban.organisation.Unit;
import org.duban.organisation.Units;
import org.duban.problem.ProblemState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger 台账: the cases a person may see, filtered, sorted, paged, counted, exported. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    /** The longest page. */
    public static final int MAX_SIZE = 200;

    /** Counts go up to here; beyond it a number says only that there are more. */
    public static final int MAX_COUNT = 10_000;

    /** The longest export, in lines. */
    public static final int MAX_LINES = 100_000;

    private final CaseListStore store;
    private final CardListDeskStore cards;
    private final Access access;
    private final Units units;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Ledger(
            CaseListStore store,
            CardListDeskStore cards,
            Access access,
            Units units,
            WorkingCalendars calendars,
            Clock clock) {
        this.store = store;
        this.cards = cards;
        this.access = access;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after what an earlier page gave as {@code next}, or null for the first
     * @throws Refusal when size or position is not usable
     */
    public CasePage page(CaseFilter filter, CaseOrder order, int size, String after) {
        if (size < 1 || size > MAX_SIZE) {
            throw new Refusal("size", "每页件数 size 应为 1 至 " + MAX_SIZE + "，收到的是 " + size + "。");
        }
        CaseCursor from = after == null || after.isBlank() ? null : CaseCursor.decode(after, order);
        CaseListQuery query = query(filter);
        List<CaseRow> rows = store.page(query, order, from, size + 1);
        boolean more = rows.size() > size;
        List<CaseRow> shown = more ? rows.subList(0, size) : rows;
        CaseRow last = more ? shown.get(size - 1) : null;
        TimeLeft timeLeft = timeLeft();
        Map<String, CardColour> colours =
                cards.coloursOf(shown.stream().map(CaseRow::no).toList());
        int total = store.count(query, MAX_COUNT + 1);
        return new CasePage(
                shown.stream().map(row -> item(row, timeLeft, colours)).toList(),
                last == null ? null : new CaseCursor(order, last.sortKey(), last.no()).encode(),
                Math.min(total, MAX_COUNT),
                inWords(total));
    }

    /** Counts for the tabs: the filter's own choice of state, lateness and nearness plays no part. */
    public LedgerCounts counts(CaseFilter filter) {
        Map<ProblemState, Integer> byState = store.countByState(query(filter.withoutTab()));
        return new LedgerCounts(
                byState,
                byState.values().stream().mapToInt(Integer::intValue).sum(),
                store.count(query(filter.onlyOverdue()), MAX_COUNT + 1),
                store.count(query(filter.onlyDueWithin(TimeLeft.SOON)), MAX_COUNT + 1));
    }

    /** Hands the lines over one by one, so that any number of them needs little memory. */
    public void export(CaseFilter filter, CaseOrder order, Consumer<LedgerLine> lines) {
        TimeLeft timeLeft = timeLeft();
        store.stream(
                query(filter),
                order,
                MAX_LINES,
                (row, text) -> lines.accept(new LedgerLine(
                        item(row, timeLeft, Map.of()),
                        text.description(),
                        text.pollutionTypes(),
                        text.site(),
                        text.goal(),
                        text.measures())));
    }

    /** The ledger's line of one case; null when there is none that may be seen. */
    public CaseItem line(String no) {
        return store.one(query(CaseFilters.none()), no)
                .map(row -> item(row, timeLeft(), cards.coloursOf(List.of(no))))
                .orElse(null);
    }

    /** A count as a page shows it: exact up to {@link #MAX_COUNT}. */
    public static String inWords(int count) {
        return count > MAX_COUNT ? MAX_COUNT + "+" : String.valueOf(count);
    }

    private CaseListQuery query(CaseFilter filter) {
        return new CaseListQuery(
                filter,
                access.visibleUnits().orElse(null),
                filter.terms().stream().map(this::unitsNamed).toList(),
                LocalDate.now(clock));
    }

    private List<UnitCode> unitsNamed(String term) {
        String folded = Folding.fold(term);
        return folded.isEmpty()
                ? List.of()
                : units.all().stream()
                        .filter(unit -> named(unit, folded))
                        .map(Unit::code)
                        .toList();
    }

    private static boolean named(Unit unit, String folded) {
        return Folding.fold(unit.name()).contains(folded)
                || Folding.fold(unit.shortName()).contains(folded)
                || unit.code().value().equalsIgnoreCase(folded);
    }

    private TimeLeft timeLeft() {
        return new TimeLeft(calendars.current(), LocalDate.now(clock));
    }

    private CaseItem item(CaseRow row, TimeLeft timeLeft, Map<String, CardColour> colours) {
        return new CaseItem(
                row.no(),
                "problem",
                row.title(),
                row.source(),
                name(row.leadUnit()),
                row.responsibleUnits().stream().map(this::name).toList(),
                name(row.supervisingUnit()),
                new CaseItem.Word(row.state().name(), row.state().label()),
                row.deadlineKind() == null ? null : row.deadlineKind().name(),
                row.dueOn(),
                LimitWords.of(row),
                timeLeft.days(row),
                row.overdue(),
                row.rectification(),
                colours.containsKey(row.no()) ? colours.get(row.no()).name().toLowerCase(Locale.ROOT) : null,
                row.updatedAt(),
                timeLeft.words(row),
                timeLeft.urgency(row),
                row);
    }

    private CaseItem.UnitName name(String code) {
        return code == null ? null : new CaseItem.UnitName(code, unitName(code));
    }

    /** The unit's short name, or its code when nobody knows it. */
    public String unitName(String code) {
        return code == null ? "" : units.shortName(UnitCode.of(code));
    }
}
