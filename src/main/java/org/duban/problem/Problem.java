package org.duban.problem;

import static org.duban.problem.ProblemState.CHECKED;
import static org.duban.problem.ProblemState.DISPATCHED;
import static org.duban.problem.ProblemState.OBJECTED;
import static org.duban.problem.ProblemState.PLAN_SUBMITTED;
import static org.duban.problem.ProblemState.PUBLIC_NOTICE;
import static org.duban.problem.ProblemState.RECTIFYING;
import static org.duban.problem.ProblemState.REGISTERED;
import static org.duban.problem.ProblemState.REPORTED;
import static org.duban.problem.ProblemState.RETURNED;
import static org.duban.problem.ProblemState.SIGNED;
import static org.duban.problem.ProblemState.STANDING;
import static org.duban.problem.ProblemState.STRIKE_OFF_PENDING;
import static org.duban.problem.ProblemState.STRUCK_OFF;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/**
 * A problem as it stands: an immutable snapshot. Each step guards, changes and announces: it refuses what the state does
 * not allow, and gives the next snapshot with the facts to store and publish.
 */
public record Problem(
        CaseNo no,
        Listing listing,
        Dispatch dispatch,
        Progress progress,
        Instant registeredAt,
        String registeredBy,
        int version) {

    /** A new problem. Its dispatch is settled already when nothing is missing. */
    static Step register(CaseNo no, Listing listing, Dispatch dispatch, String by, Instant at) {
        boolean complete = dispatch.complete();
        Progress progress = Progress.first(complete ? DISPATCHED : REGISTERED);
        Problem problem = new Problem(no, listing, dispatch, progress, at, by, 0);
        Step registered = Step.to(problem)
                .announce(ProblemFact.REGISTERED, null, "source", listing.source(), "serial", listing.serial());
        return complete
                ? registered.announce(ProblemFact.DISPATCHED, dispatch.leadUnit(), problem.terms())
                : registered;
    }

    public ProblemState state() {
        return progress.state();
    }

    /** Whether the limit has passed and the work is not done; a standing problem never is. */
    public boolean overdue(LocalDate today) {
        Deadline deadline = dispatch.deadline();
        return deadline != null
                && deadline.kind() != DeadlineKind.STANDING
                && deadline.dueOn() != null
                && deadline.dueOn().isBefore(today)
                && doneAt() == null
                && state() != STANDING
                && !state().struckOff();
    }

    /**
     * When what the limit asks for was done; null while it is not. 立行立改 asks for evidence only, and how long others take
     * to check it is not the unit's lateness.
     */
    public Instant doneAt() {
        return immediate() ? progress.reportedAt() : progress.rectifiedAt();
    }

    boolean immediate() {
        return dispatch.deadline() != null && dispatch.deadline().kind() == DeadlineKind.IMMEDIATE;
    }

    /** Whether the lead unit may still hand it back. */
    public boolean mayBeReturned(int maxReturns) {
        return progress.returns() < maxReturns;
    }

    Step confirmDispatch(Dispatch confirmed, String note) {
        mustBe("交办", REGISTERED);
        Problem after = with(confirmed).with(progress.to(DISPATCHED));
        return Step.to(after).announce(ProblemFact.DISPATCHED, confirmed.leadUnit(), join(after.terms(), "note", note));
    }

    /** The list put right what it said; a new lead unit has to sign for it. */
    Step edit(Listing newListing, Dispatch newDispatch, List<Registered.FieldChange> changes) {
        Problem after = with(newListing).with(newDispatch);
        boolean elsewhere = state() != REGISTERED && !newDispatch.leadUnit().equals(dispatch.leadUnit());
        List<Object> data =
                changes.stream().map(change -> (Object) change.plain()).toList();
        Step edited = Step.to(elsewhere ? after.with(progress.to(DISPATCHED)) : after)
                .announce(ProblemFact.EDITED, null, "changes", data);
        return elsewhere ? edited.announce(ProblemFact.DISPATCHED, newDispatch.leadUnit(), after.terms()) : edited;
    }

    /** The limit holds another day; the work itself goes on as it stands. */
    Step moveLimit(LocalDate to, String change, String reason) {
        return Step.to(with(dispatch.with(dispatch.deadline().movedTo(to))))
                .announce(
                        ProblemFact.LIMIT_MOVED,
                        dispatch.leadUnit(),
                        "formerDueOn",
                        dispatch.deadline().dueOn(),
                        "dueOn",
                        to,
                        "change",
                        change,
                        "reason",
                        reason);
    }

    Step signFor() {
        mustBe("签收", DISPATCHED);
        return Step.to(with(progress.to(SIGNED))).announce(ProblemFact.SIGNED_FOR, dispatch.leadUnit());
    }

    Step signingOverdue() {
        return Step.to(this).announce(ProblemFact.SIGNING_OVERDUE, dispatch.leadUnit());
    }

    Step giveBack(ReturnReason code, String reason, UnitCode suggested, int maxReturns) {
        mustBe("退单", DISPATCHED);
        if (!mayBeReturned(maxReturns)) {
            throw new Refusal(
                    "decision", "本问题已退单 " + progress.returns() + " 次，牵头单位已由领导最终指定，不能再退单。请签收；确有异议的，请书面报告市环委办。");
        }
        return Step.to(with(progress.returned()))
                .announce(
                        ProblemFact.RETURNED,
                        dispatch.leadUnit(),
                        "reasonCode",
                        code,
                        "reason",
                        reason,
                        "suggestedUnit",
                        suggested);
    }

    Step keepAfterReturn(String reason) {
        mustBe("裁定退单", RETURNED);
        return Step.to(with(progress.to(DISPATCHED)))
                .announce(ProblemFact.RETURN_REJECTED, dispatch.leadUnit(), "reason", reason);
    }

    Step reassign(ProblemFact how, UnitCode newLead, List<UnitCode> responsible, String reason) {
        mustBe("改派", RETURNED);
        return to(dispatch.to(newLead, responsible), progress.to(DISPATCHED), how, reason);
    }

    /** 改派 during the work, as granted: a new unit signs for it, the limit stays as it is. */
    Step handOver(UnitCode newLead, List<UnitCode> responsible, String reason) {
        mustBe("改派", SIGNED, PLAN_SUBMITTED, RECTIFYING, STANDING);
        return to(dispatch.to(newLead, responsible), progress.handedOver(), ProblemFact.REASSIGNED, reason);
    }

    private Step to(Dispatch next, Progress start, ProblemFact how, String reason) {
        Object[] data = {"from", dispatch.leadUnit(), "responsibleUnits", next.responsibleUnits(), "reason", reason};
        return Step.to(with(next).with(start)).announce(how, next.leadUnit(), data);
    }

    Step submitPlan(int measures) {
        mustBe("报送整改方案", SIGNED);
        Problem after = with(progress.nextPlan());
        return Step.to(after)
                .announce(
                        ProblemFact.PLAN_SUBMITTED,
                        dispatch.leadUnit(),
                        "revision",
                        after.progress.planRevision(),
                        "measures",
                        measures);
    }

    Step acceptPlan() {
        mustBe("审核方案", PLAN_SUBMITTED);
        return Step.to(with(progress.to(standing() ? STANDING : RECTIFYING)))
                .announce(ProblemFact.PLAN_ACCEPTED, dispatch.leadUnit(), "revision", progress.planRevision());
    }

    Step returnPlan(String reason) {
        mustBe("审核方案", PLAN_SUBMITTED);
        return Step.to(with(progress.to(SIGNED)))
                .announce(
                        ProblemFact.PLAN_RETURNED,
                        dispatch.leadUnit(),
                        "revision",
                        progress.planRevision(),
                        "reason",
                        reason);
    }

    Step reportStanding() {
        mustBe("报告坚持情况", STANDING);
        return Step.to(this).announce(ProblemFact.STANDING_REPORTED, dispatch.leadUnit());
    }

    Step continueStanding(String opinion) {
        mustBe("评估坚持情况", STANDING);
        return Step.to(this).announce(ProblemFact.STANDING_CONTINUED, dispatch.supervisingUnit(), "opinion", opinion);
    }

    Step convertStanding(String opinion, LocalDate dueOn) {
        mustBe("评估坚持情况", STANDING);
        Deadline limit = new Deadline(DeadlineKind.DATE, dispatch.deadline().text(), dueOn, Precision.DAY, false);
        return Step.to(with(dispatch.with(limit)).with(progress.to(RECTIFYING)))
                .announce(
                        ProblemFact.STANDING_CONVERTED, dispatch.supervisingUnit(), "opinion", opinion, "dueOn", dueOn);
    }

    Step reportDone(UnitCode unit, LocalDate completedOn) {
        mustBe("申报完成", RECTIFYING);
        if (!dispatch.rectifyingUnits().contains(unit)) {
            throw new Refusal("本单位不是该问题的责任单位，不能申报完成。请核对案号 " + no + "。");
        }
        return Step.to(this)
                .announce(ProblemFact.DONE_REPORTED, unit, "attempt", progress.attempt(), "completedOn", completedOn);
    }

    /** The head signs; {@code last} when no other unit's report is still out. */
    Step signReport(UnitCode unit, boolean last, Instant at) {
        mustBe("审签", RECTIFYING);
        Problem after = last ? with(progress.reported(at)) : this;
        return Step.to(after).announce(ProblemFact.REPORT_SIGNED, unit, "attempt", progress.attempt());
    }

    Step returnReport(UnitCode unit, String reason) {
        mustBe("审签", RECTIFYING);
        return Step.to(this).announce(ProblemFact.REPORT_RETURNED, unit, "reason", reason);
    }

    Step checkPreliminarily(boolean passed, String opinion) {
        mustBe("初验", REPORTED);
        return passed
                ? Step.to(with(progress.to(CHECKED)))
                        .announce(ProblemFact.PRELIMINARY_CHECK_PASSED, dispatch.leadUnit(), "opinion", opinion)
                : Step.to(with(progress.nextAttempt()))
                        .announce(ProblemFact.PRELIMINARY_CHECK_FAILED, dispatch.leadUnit(), "opinion", opinion);
    }

    Step verify(List<Criterion> failed, String opinion, Instant at) {
        mustBe("核查验收", CHECKED);
        return failed.isEmpty()
                ? Step.to(with(progress.rectified(at)))
                        .announce(ProblemFact.VERIFIED, dispatch.supervisingUnit(), "opinion", opinion)
                : Step.to(with(progress.nextAttempt()))
                        .announce(
                                ProblemFact.VERIFICATION_FAILED,
                                dispatch.supervisingUnit(),
                                "failed",
                                failed,
                                "opinion",
                                opinion);
    }

    Step openNotice(LocalDate startsOn, LocalDate endsOn) {
        mustBe("发布公示", PUBLIC_NOTICE);
        return Step.to(this)
                .announce(
                        ProblemFact.NOTICE_OPENED, dispatch.supervisingUnit(), "startsOn", startsOn, "endsOn", endsOn);
    }

    Step endNotice() {
        mustBe("结束公示", PUBLIC_NOTICE);
        return Step.to(with(progress.to(STRIKE_OFF_PENDING)))
                .announce(ProblemFact.NOTICE_ENDED, dispatch.supervisingUnit());
    }

    Step objection(long objection, String channel, String text) {
        mustBe("登记异议", PUBLIC_NOTICE, OBJECTED);
        return Step.to(with(progress.to(OBJECTED)))
                .announce(
                        ProblemFact.OBJECTION_RECEIVED,
                        dispatch.supervisingUnit(),
                        "objection",
                        objection,
                        "channel",
                        channel,
                        "text",
                        text);
    }

    Step upholdObjection(long objection, String answer) {
        mustBe("答复异议", OBJECTED);
        return Step.to(with(progress.nextAttempt()))
                .announce(
                        ProblemFact.OBJECTION_UPHELD,
                        dispatch.supervisingUnit(),
                        "objection",
                        objection,
                        "answer",
                        answer);
    }

    Step rejectObjection(long objection, String answer, boolean othersLeft) {
        mustBe("答复异议", OBJECTED);
        return Step.to(with(progress.to(othersLeft ? OBJECTED : PUBLIC_NOTICE)))
                .announce(
                        ProblemFact.OBJECTION_REJECTED,
                        dispatch.supervisingUnit(),
                        "objection",
                        objection,
                        "answer",
                        answer);
    }

    Step strikeOff(String opinion, Instant at) {
        mustBe("销号审批", STRIKE_OFF_PENDING);
        if (standing()) {
            throw new Refusal("长期坚持的问题不能销号，请先在评估中转为限期整改。");
        }
        return Step.to(with(progress.struckOff(at))).announce(ProblemFact.STRUCK_OFF, null, "opinion", opinion);
    }

    Step rejectStrikeOff(String opinion) {
        mustBe("销号审批", STRIKE_OFF_PENDING);
        return Step.to(with(progress.to(CHECKED))).announce(ProblemFact.STRIKE_OFF_REJECTED, null, "opinion", opinion);
    }

    Step fileStrikeOff() {
        mustBe("销号备案", STRUCK_OFF);
        return Step.to(this).announce(ProblemFact.STRIKE_OFF_FILED, null);
    }

    Step lookBack(boolean relapsed, String finding) {
        mustBe("回头看", STRUCK_OFF);
        if (progress.relapseFound() != null) {
            throw new Refusal("本轮整改已经回头看过，不能重复登记。");
        }
        return Step.to(with(progress.lookedBack(relapsed)))
                .announce(
                        relapsed ? ProblemFact.LOOK_BACK_FAILED : ProblemFact.LOOK_BACK_PASSED,
                        null,
                        "finding",
                        finding);
    }

    /** The same number opens again; the old limit is spent, so the coordinator confirms a new one. */
    Step relapse() {
        mustBe("登记反弹", STRUCK_OFF);
        if (!Boolean.TRUE.equals(progress.relapseFound())) {
            throw new Refusal("回头看没有发现反弹，不能重新整改。");
        }
        Deadline old = dispatch.deadline();
        Deadline open = new Deadline(old.kind(), old.text(), null, old.precision(), old.alsoStanding());
        Problem after = with(dispatch.with(open)).with(progress.again());
        return Step.to(after)
                .announce(
                        ProblemFact.RELAPSED,
                        dispatch.leadUnit(),
                        "rectification",
                        after.progress.rectification(),
                        "formerDueOn",
                        old.dueOn());
    }

    boolean standing() {
        Deadline deadline = dispatch.deadline();
        return deadline != null && (deadline.kind() == DeadlineKind.STANDING || deadline.alsoStanding());
    }

    private void mustBe(String step, ProblemState... allowed) {
        Set<ProblemState> states = EnumSet.of(allowed[0], allowed);
        if (!states.contains(state())) {
            throw new Refusal("问题 " + no + " 现在是“" + state().label() + "”，不能" + step + "。请刷新任务列表，按当前环节办理。");
        }
    }

    private Object[] terms() {
        return new Object[] {
            "responsibleUnits", dispatch.responsibleUnits(),
            "supervisingUnit", dispatch.supervisingUnit(),
            "deadlineKind", dispatch.deadline().kind(),
            "dueOn", dispatch.deadline().dueOn()
        };
    }

    private static Object[] join(Object[] some, Object... more) {
        Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    Problem with(Progress next) {
        return new Problem(no, listing, dispatch, next, registeredAt, registeredBy, version);
    }

    Problem with(Dispatch next) {
        return new Problem(no, listing, next, progress, registeredAt, registeredBy, version);
    }

    Problem with(Listing next) {
        return new Problem(no, next, dispatch, progress, registeredAt, registeredBy, version);
    }
}
