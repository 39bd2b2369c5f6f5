package org.duban.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Subjects;
import org.duban.deadline.request.Approver;
import org.duban.deadline.request.CaseRequests;
import org.duban.deadline.request.DeadlineMove;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.RequestQueue;
import org.duban.deadline.request.RequestQueue.Waiting;
import org.duban.deadline.request.RequestState;
import org.duban.desk.store.PlanDates;
import org.duban.desk.store.PlanDates.Span;
import org.duban.kernel.CaseNo;
import org.duban.organisation.CurrentActor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of requests as those who decide them read it, and the list of what was moved. */
@Service
@Transactional(readOnly = true)
public class RequestDesk {

    private static final int SIZE = 50;

    private final RequestQueue queue;
    private final PlanDates plans;
    private final Subjects subjects;
    private final CurrentActor actor;
    private final Ledger ledger;
    private final Clock clock;

    RequestDesk(
            RequestQueue queue, PlanDates plans, Subjects subjects, CurrentActor actor, Ledger ledger, Clock clock) {
        this.queue = queue;
        this.plans = plans;
        this.subjects = subjects;
        this.actor = actor;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One request that waits.
     *
     * @param precedents what the unit was granted and refused of the kind this year
     * @param effect what granting it would mean for the plan; null where that says nothing
     * @param late the deadline has passed meanwhile; a decision now is kept as such
     * @param decidable whether the reader may decide it now
     */
    public record Line(
            CaseRequests.Item item,
            String no,
            String title,
            LedgerEntry limit,
            String precedents,
            String effect,
            boolean late,
            boolean decidable) {}

    /** A page; {@code next} is null on the last. */
    public record Page<T>(List<T> lines, Long next, int total) {}

    /** A change of a deadline and the short name of the unit that asked. */
    public record Move(DeadlineMove move, String unit) {}

    /** Whose decision the person of this thread may give; the leader's comes first. */
    public Optional<Approver> approver() {
        return List.of(Approver.LEADER, Approver.COORDINATOR).stream()
                .filter(one -> actor.holding(one.role(), null).isPresent())
                .findFirst();
    }

    /** @param approver only what waits for that approver; null for everything undecided */
    public Page<Line> page(Approver approver, long after) {
        List<Waiting> found = queue.page(approver, after, SIZE + 1);
        List<Waiting> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        List<CaseNo> cases =
                shown.stream().map(one -> one.request().caseNo()).distinct().toList();
        var facts = subjects.of(cases);
        Map<CaseNo, Span> spans = plans.of(cases);
        return new Page<>(
                shown.stream()
                        .map(one -> line(
                                one,
                                facts.get(one.request().caseNo()).title(),
                                spans.get(one.request().caseNo())))
                        .toList(),
                found.size() > SIZE ? shown.get(SIZE - 1).request().id() : null,
                queue.count(approver));
    }

    private Line line(Waiting one, String title, Span plan) {
        boolean mine =
                actor.holding(one.request().cap().approver().role(), null).isPresent();
        LedgerEntry limit = one.limit();
        return new Line(
                one.item(),
                one.request().caseNo().value(),
                title,
                limit,
                one.request().unit() == null ? null : "今年同意 " + one.granted() + " 次，不同意 " + one.refused() + " 次",
                effect(one, plan),
                limit != null && limit.missed(clock.instant()),
                mine && one.request().state() == RequestState.SIGNED);
    }

    private static String effect(Waiting one, Span plan) {
        LocalDate wanted = one.request().wish().day();
        if (one.request().kind() != RequestKind.EXTENSION || plan == null || wanted == null) {
            return null;
        }
        return wanted.isAfter(plan.last()) ? "晚于方案全部措施的时限（最晚 " + plan.last() + "）" : "方案还有措施排到 " + plan.last();
    }

    /** A page of every change, the newest first. */
    public Page<Move> moves(boolean late, Long before) {
        List<DeadlineMove> found = queue.moves(late, before, SIZE + 1);
        List<DeadlineMove> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        return new Page<>(
                shown.stream()
                        .map(move -> new Move(move, ledger.unitName(move.unit())))
                        .toList(),
                found.size() > SIZE ? shown.get(SIZE - 1).id() : null,
                shown.size());
    }
}
