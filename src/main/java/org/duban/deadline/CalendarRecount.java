package org.duban.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duban.deadline.store.ChangeStore;
import org.duban.deadline.store.DeadlineStore;
import org.duban.engine.EngineBatch;
import org.duban.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * What another year's table does to the deadlines that run. A day that a person granted stays; a day that was counted is
 * counted again. A year's notice may reach back into December.
 */
@Component
class CalendarRecount {

    private static final int PAGE = 500;

    private final DeadlineStore store;
    private final ChangeStore changes;
    private final DeadlineMoves moves;
    private final EngineBatch engine;
    private final OfficeHours hours;

    CalendarRecount(
            DeadlineStore store, ChangeStore changes, DeadlineMoves moves, EngineBatch engine, OfficeHours hours) {
        this.store = store;
        this.changes = changes;
        this.moves = moves;
        this.engine = engine;
        this.hours = hours;
    }

    /** The open deadlines that would hold another day on that calendar, the nearest first. */
    List<MovingDeadline> moving(int year, WorkingCalendar then) {
        List<MovingDeadline> moving = new ArrayList<>();
        eachPage(year, page -> moving.addAll(moving(page, then)));
        moving.sort(Comparator.comparing(MovingDeadline::from).thenComparing(MovingDeadline::id));
        return moving;
    }

    /** Moves them; answers how many. */
    int move(CalendarYear year, WorkingCalendar now, Actor by) {
        String reason = "载入 " + year.year() + " 年放假安排（" + year.notice() + "）";
        List<MovingDeadline> moving = moving(year.year(), now);
        // Cases are taken in one order by everybody who takes several.
        moving.sort(Comparator.comparing((MovingDeadline one) -> one.caseNo().value())
                .thenComparing(MovingDeadline::id));
        engine.together(() -> moving.forEach(one -> moves.recount(one.caseNo(), one.id(), reason, by)));
        settle(year.year(), now);
        return moving.size();
    }

    private void settle(int year, WorkingCalendar now) {
        eachPage(year, page -> {
            List<Long> settled = page.stream()
                    .filter(LedgerEntry::provisional)
                    .filter(entry -> !counted(entry, List.of(), now).date().provisional())
                    .map(LedgerEntry::id)
                    .toList();
            if (!settled.isEmpty()) {
                store.settle(settled);
            }
        });
    }

    private List<MovingDeadline> moving(List<LedgerEntry> page, WorkingCalendar then) {
        Map<Long, List<DeadlineChange>> made = changes
                .of(page.stream().map(LedgerEntry::id).toList())
                .stream()
                .collect(Collectors.groupingBy(DeadlineChange::deadlineId));
        List<MovingDeadline> moving = new ArrayList<>();
        for (LedgerEntry entry : page) {
            LocalDate due = counted(entry, made.getOrDefault(entry.id(), List.of()), then)
                    .date()
                    .due();
            if (!due.equals(entry.currentDueOn())) {
                moving.add(new MovingDeadline(
                        entry.id(), entry.caseNo(), entry.name(), entry.startOn(), entry.currentDueOn(), due));
            }
        }
        return moving;
    }

    private Due counted(LedgerEntry entry, List<DeadlineChange> made, WorkingCalendar calendar) {
        return Due.current(entry, made, calendar, hours);
    }

    private void eachPage(int year, Consumer<List<LedgerEntry>> work) {
        LocalDate from = LocalDate.of(year - 1, Month.DECEMBER, 1);
        long after = 0;
        for (List<LedgerEntry> page = store.openOnWorkingDays(from, after, PAGE);
                !page.isEmpty();
                page = store.openOnWorkingDays(from, after, PAGE)) {
            work.accept(page);
            after = page.get(page.size() - 1).id();
        }
    }
}
