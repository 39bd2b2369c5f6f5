package org.duban.problem;

import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.problem.ProblemCommand.ArbitrateReturn;
import org.duban.problem.ProblemCommand.ConfirmDispatch;
import org.duban.problem.ProblemCommand.DecideLeadUnit;
import org.duban.problem.ProblemCommand.SignFor;
import org.springframework.stereotype.Component;

/** From registration to a unit that has signed for the problem: 交办, 签收, 退单. */
@Component
class Dispatching {

    private final ProblemRecords records;
    private final Proceedings proceedings;
    private final ProblemDeadlines deadlines;
    private final Fields fields;
    private final ProblemSettings settings;

    Dispatching(
            ProblemRecords records,
            Proceedings proceedings,
            ProblemDeadlines deadlines,
            Fields fields,
            ProblemSettings settings) {
        this.records = records;
        this.proceedings = proceedings;
        this.deadlines = deadlines;
        this.fields = fields;
        this.settings = settings;
    }

    Problem confirmDispatch(CaseNo no, ConfirmDispatch command, Actor by) {
        Problem problem = records.lock(no);
        UnitCode lead = fields.unit("leadUnit", command.leadUnit(), "牵头单位");
        List<UnitCode> responsible = fields.units("responsibleUnits", command.responsibleUnits(), "责任单位");
        UnitCode supervising = fields.unit("supervisingUnit", command.supervisingUnit(), "监管单位");
        Deadline limit = deadlines.settled(Deadline.confirmed(
                command.deadlineKind(), command.dueOn(), problem.dispatch().deadline(), records.today()));
        String note = Fields.optional("note", command.note(), "交办说明");
        Step step = problem.confirmDispatch(new Dispatch(lead, responsible, supervising, limit), note);
        Problem after = records.save(problem, step, by);
        deadlines.moveLimit(after);
        return after;
    }

    Problem signFor(CaseNo no, SignFor command, Actor by) {
        Problem problem = records.lock(no);
        return switch (Fields.chosen("decision", command.decision(), "签收或退单")) {
            case SIGN -> records.save(problem, problem.signFor(), by);
            case RETURN -> giveBack(problem, command, by);
        };
    }

    private Problem giveBack(Problem problem, SignFor command, Actor by) {
        ReturnReason code = Fields.chosen("reasonCode", command.reasonCode(), "退单理由");
        String reason = Fields.text("reason", command.reason(), "退单的具体理由");
        UnitCode suggested =
                command.suggestedUnit() == null || command.suggestedUnit().isBlank()
                        ? null
                        : fields.unit("suggestedUnit", command.suggestedUnit(), "建议的牵头单位");
        if (suggested != null && suggested.equals(problem.dispatch().leadUnit())) {
            throw new Refusal("suggestedUnit", "建议的牵头单位就是本单位，请改选其他单位，或留空。");
        }
        Step step = problem.giveBack(code, reason, suggested, settings.maxReturns());
        proceedings.addReturn(
                problem.no(),
                new DispatchReturn(
                        0,
                        problem.dispatch().leadUnit().value(),
                        code,
                        reason,
                        suggested == null ? null : suggested.value(),
                        by.username(),
                        records.now(),
                        null,
                        null,
                        null,
                        null,
                        null));
        return records.save(problem, step, by);
    }

    Problem arbitrateReturn(CaseNo no, ArbitrateReturn command, Actor by) {
        Problem problem = records.lock(no);
        if (!problem.mayBeReturned(settings.maxReturns())) {
            throw new Refusal("退单已达 " + settings.maxReturns() + " 次，须由领导在任务“指定牵头单位”中决定。");
        }
        String reason = Fields.text("reason", command.reason(), "裁定理由");
        return switch (Fields.chosen("decision", command.decision(), "裁定结果")) {
            case KEEP -> {
                decide(problem, DispatchReturn.Decision.KEPT, problem.dispatch().leadUnit(), reason, by);
                yield records.save(problem, problem.keepAfterReturn(reason), by);
            }
            case REASSIGN -> {
                UnitCode lead = fields.unit("leadUnit", command.leadUnit(), "新的牵头单位");
                if (lead.equals(problem.dispatch().leadUnit())) {
                    throw new Refusal("leadUnit", "改派的单位与原牵头单位相同，请改选其他单位，或选择“维持原交办”。");
                }
                yield reassign(
                        problem,
                        ProblemFact.REASSIGNED,
                        DispatchReturn.Decision.REASSIGNED,
                        lead,
                        command.responsibleUnits(),
                        reason,
                        by);
            }
        };
    }

    /** The leader's word is final: the unit named may be the same, and cannot return it again. */
    Problem decideLeadUnit(CaseNo no, DecideLeadUnit command, Actor by) {
        Problem problem = records.lock(no);
        if (problem.mayBeReturned(settings.maxReturns())) {
            throw new Refusal("退单尚未达到 " + settings.maxReturns() + " 次，应由协调员在任务“裁定退单”中办理。");
        }
        UnitCode lead = fields.unit("leadUnit", command.leadUnit(), "牵头单位");
        String reason = Fields.text("reason", command.reason(), "指定理由");
        return reassign(
                problem,
                ProblemFact.LEAD_UNIT_DECIDED,
                DispatchReturn.Decision.DECIDED_BY_LEADER,
                lead,
                command.responsibleUnits(),
                reason,
                by);
    }

    private Problem reassign(
            Problem problem,
            ProblemFact how,
            DispatchReturn.Decision decision,
            UnitCode lead,
            List<String> responsibleUnits,
            String reason,
            Actor by) {
        List<UnitCode> responsible = fields.units("responsibleUnits", responsibleUnits, "责任单位");
        Step step = problem.reassign(how, lead, responsible, reason);
        decide(problem, decision, lead, reason, by);
        return records.save(problem, step, by);
    }

    private void decide(Problem problem, DispatchReturn.Decision decision, UnitCode lead, String reason, Actor by) {
        proceedings.decideReturn(problem.no(), decision, lead.value(), reason, by.username(), records.now());
    }

    /** Only noted, and only while the unit has not signed: what the timer wakes reads the row again. */
    void recordSigningOverdue(CaseNo no) {
        Problem problem = records.lock(no);
        if (problem.state() == ProblemState.DISPATCHED) {
            records.save(problem, problem.signingOverdue(), Actor.system());
        }
    }

    List<UnitCode> rectifyingUnits(CaseNo no) {
        return records.find(no).dispatch().rectifyingUnits();
    }

    boolean returnsCapped(Problem returned) {
        return !returned.mayBeReturned(settings.maxReturns());
    }
}
