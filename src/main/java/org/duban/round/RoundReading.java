package org.duban.round;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.duban.kernel.CaseNo;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds for pages, tasks and other modules. */
@Service
@Transactional(readOnly = true)
class RoundReading implements Rounds {

    private static final List<UnitState> URGENT_FIRST =
            List.of(UnitState.OPEN, UnitState.SILENT, UnitState.LATE, UnitState.REPORTED);

    private final RoundStore store;
    private final Access access;

    RoundReading(RoundStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    @Override
    public Optional<Round> of(YearMonth month) {
        return store.find(CaseNo.round(month));
    }

    @Override
    public Optional<Round> of(CaseNo no) {
        return store.find(no);
    }

    @Override
    public List<Overview> latest(int limit) {
        return store.latest(limit).stream()
                .map(round -> new Overview(round, RoundCounts.of(store.unitLines(round.no()))))
                .toList();
    }

    @Override
    public List<RoundUnit> units(CaseNo no) {
        return store.unitLines(no).stream()
                .sorted(Comparator.comparing((RoundUnit unit) -> URGENT_FIRST.indexOf(unit.state()))
                        .thenComparing(unit -> unit.unit().value()))
                .toList();
    }

    @Override
    public List<RoundItem> table(CaseNo no, UnitCode unit) {
        return store.table(no, unit);
    }

    @Override
    public List<RoundItem> behind(CaseNo no, int limit) {
        return store.behind(no, limit);
    }

    @Override
    public void each(CaseNo no, Consumer<RoundItem> reader) {
        store.each(no, reader);
    }

    @Override
    public List<RoundItem> linesOf(CaseNo problem) {
        Optional<Set<UnitCode>> visible = access.visibleUnits();
        return store.of(problem).stream()
                .filter(item ->
                        visible.map(units -> units.contains(item.unit())).orElse(true))
                .toList();
    }

    @Override
    public List<CaseNo> behindTwice(CaseNo round) {
        return store.behindTwice(round);
    }
}
