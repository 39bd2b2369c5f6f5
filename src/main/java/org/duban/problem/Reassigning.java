package org.duban.problem;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.request.Cap;
import org.duban.deadline.request.DeadlineRequest;
import org.duban.deadline.request.LostObjects;
import org.duban.deadline.request.RequestHandling;
import org.duban.deadline.request.RequestKind;
import org.duban.deadline.request.Wish;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 改派 during the work: other units take it over with a new task, the limit and its deadline stay as they are. Before
 * signing a unit returns it instead (退单).
 */
@Component
class Reassigning implements RequestHandling {

    private static final Set<ProblemState> WORK = EnumSet.of(
            ProblemState.SIGNED, ProblemState.PLAN_SUBMITTED, ProblemState.RECTIFYING, ProblemState.STANDING);

    private final ProblemRecords records;
    private final ProblemFlow flow;
    private final ObjectProvider<LostObjects> requests;

    Reassigning(ProblemRecords records, ProblemFlow flow, ObjectProvider<LostObjects> requests) {
        this.records = records;
        this.flow = flow;
        this.requests = requests;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.REASSIGNMENT;
    }

    @Override
    public String about(LedgerEntry none) {
        return "问题";
    }

    @Override
    public Optional<UnitCode> asker(CaseNo no, LedgerEntry none) {
        return Optional.ofNullable(records.find(no).dispatch().leadUnit());
    }

    @Override
    public Optional<String> closed(CaseNo no, LedgerEntry none) {
        ProblemState state = records.find(no).state();
        return state == ProblemState.DISPATCHED ? Optional.of("本问题还没有签收，不属于本单位的请在签收任务中退单。") : lost(no, none);
    }

    @Override
    public Optional<String> lost(CaseNo no, LedgerEntry none) {
        ProblemState state = records.find(no).state();
        return WORK.contains(state) ? Optional.empty() : Optional.of("问题现在是“" + state.label() + "”，签收以后、全部报出以前才可以改派。");
    }

    @Override
    public Wish check(CaseNo no, LedgerEntry none, Wish wish, Cap cap) {
        Dispatch now = records.find(no).dispatch();
        if (wish.leadUnit() == null) {
            throw new Refusal("leadUnit", "请选择建议的牵头单位；只换责任单位的，牵头单位选现在的单位。");
        }
        if (wish.leadUnit().equals(now.leadUnit())
                && (wish.responsibleUnits().isEmpty()
                        || Set.copyOf(wish.responsibleUnits()).equals(Set.copyOf(now.rectifyingUnits())))) {
            throw new Refusal("leadUnit", "建议的单位与现在的单位相同，请改选其他单位。");
        }
        return wish;
    }

    @Override
    public void carryOut(DeadlineRequest granted) {
        Problem problem = records.lock(granted.caseNo());
        Wish wish = granted.decided().wish();
        Step step = problem.handOver(wish.leadUnit(), wish.responsibleUnits(), granted.reason());
        Problem after = records.save(problem, step, granted.decided().stamp().by());
        requests.getObject().handedOver(granted.caseNo(), granted.id());
        flow.dispatchAnew(after);
    }

    /** A request about work that is done, or that an edited list gave to another unit, has lost its object. */
    @EventListener
    void on(ProblemEvent event) {
        if (!List.of(ProblemFact.REPORT_SIGNED, ProblemFact.EDITED).contains(event.fact())) {
            return;
        }
        lost(event.no(), null).ifPresent(why -> requests.getObject().ended(event.no(), why));
    }
}
