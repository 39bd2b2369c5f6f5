package org.duban.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.desk.store.PetitionListStore;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.Access;
import org.duban.organisation.Units;
import org.duban.petition.Petition;
import org.duban.petition.PetitionState;
import org.duban.petition.PetitionStore;
import org.duban.petition.Share;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters a person may see, filtered, sorted, paged, counted. */
@Service
@Transactional(readOnly = true)
public class PetitionLedger {

    /** Days before the last day from which a letter counts as due soon; letters have ten. */
    private static final int SOON = 3;

    private final PetitionListStore lists;
    private final PetitionStore petitions;
    private final Access access;
    private final Units units;
    private final Clock clock;

    PetitionLedger(PetitionListStore lists, PetitionStore petitions, Access access, Units units, Clock clock) {
        this.lists = lists;
        this.petitions = petitions;
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    /** A letter as a list shows it: as the API answers it, and the letter itself. */
    public record Line(CaseItem item, Petition petition) {}

    /** A page of lines; {@code next} is null on the last. */
    public record Page(List<Line> lines, String next, int total, String totalInWords) {

        CasePage items() {
            return new CasePage(lines.stream().map(Line::item).toList(), next, total, totalInWords);
        }
    }

    /** One page for the API. */
    public CasePage items(PetitionFilter filter, CaseOrder order, int size, String after) {
        return page(filter, order, size, after).items();
    }

    /**
     * One page.
     *
     * @throws Refusal when size or position is not usable
     */
    public Page page(PetitionFilter filter, CaseOrder order, int size, String after) {
        if (size < 1 || size > Ledger.MAX_SIZE) {
            throw new Refusal("size", "每页件数 size 应为 1 至 " + Ledger.MAX_SIZE + "，收到的是 " + size + "。");
        }
        CaseCursor from = after == null || after.isBlank() ? null : CaseCursor.decode(after, order);
        LocalDate today = LocalDate.now(clock);
        Set<UnitCode> visible = access.visibleUnits().orElse(null);
        List<PetitionListStore.Line> found = lists.page(filter, visible, today, order, from, size + 1);
        boolean more = found.size() > size;
        List<PetitionListStore.Line> shown = more ? found.subList(0, size) : found;
        Map<String, Petition> byNo =
                petitions
                        .findAll(
                                shown.stream().map(line -> CaseNo.of(line.no())).toList())
                        .stream()
                        .collect(Collectors.toMap(petition -> petition.no().value(), Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (PetitionListStore.Line line : shown) {
            Petition petition = byNo.get(line.no());
            lines.add(new Line(item(petition, line, today), petition));
        }
        PetitionListStore.Line last = more ? shown.get(size - 1) : null;
        int total = lists.count(filter, visible, today, Ledger.MAX_COUNT + 1);
        return new Page(
                lines,
                last == null ? null : new CaseCursor(order, last.sortKey(), last.no()).encode(),
                Math.min(total, Ledger.MAX_COUNT),
                Ledger.inWords(total));
    }

    public Map<PetitionState, Integer> counts(PetitionFilter filter) {
        return lists.countByState(filter.everyState(), access.visibleUnits().orElse(null), LocalDate.now(clock));
    }

    public int overdue(PetitionFilter filter) {
        return lists.count(
                filter.onlyOverdue(), access.visibleUnits().orElse(null), LocalDate.now(clock), Ledger.MAX_COUNT + 1);
    }

    private CaseItem item(Petition petition, PetitionListStore.Line line, LocalDate today) {
        UnitCode lead = petition.leadUnit();
        LocalDate due = petition.course().dueOn();
        boolean runs =
                due != null && petition.course().answeredAt() == null && petition.state() != PetitionState.CLOSED;
        Integer days = runs ? (int) ChronoUnit.DAYS.between(today, due) : null;
        boolean late = runs && days < 0;
        return new CaseItem(
                petition.no().value(),
                "petition",
                petition.letter().title(),
                Objects.requireNonNullElse(
                        petition.letter().inspection(),
                        petition.letter().channel().label()),
                name(lead),
                petition.shares().stream()
                        .map(Share::unit)
                        .filter(unit -> !unit.equals(lead))
                        .map(this::name)
                        .toList(),
                null,
                new CaseItem.Word(petition.state().name(), petition.state().label()),
                null,
                due,
                null,
                days,
                late,
                petition.course().attempt(),
                null,
                line.updatedAt(),
                words(petition, days),
                late ? "late" : runs ? days <= SOON ? "soon" : "calm" : "done",
                null);
    }

    private static String words(Petition petition, Integer days) {
        if (days == null) {
            return petition.state() == PetitionState.CLOSED ? "已办结" : "已答复";
        }
        return days < 0 ? "超期 " + -days + " 天" : days == 0 ? "今天到期" : "剩 " + days + " 天";
    }

    private CaseItem.UnitName name(UnitCode code) {
        return code == null ? null : new CaseItem.UnitName(code.value(), units.shortName(code));
    }
}
