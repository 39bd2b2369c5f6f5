package org.duban.problem;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of a problem, one method each. All of them lock the problem, so that two steps on one problem come one
 * after the other, and refuse with a {@link Refusal} what its state or the form does not allow; a refusal rolls
 * everything back. Each returns the problem as it stands afterwards.
 */
@Service
@Transactional
public class ProblemService {

    private final Registering registering;
    private final Dispatching dispatching;
    private final Planning planning;
    private final Rectifying rectifying;
    private final Closing closing;

    ProblemService(
            Registering registering,
            Dispatching dispatching,
            Planning planning,
            Rectifying rectifying,
            Closing closing) {
        this.registering = registering;
        this.dispatching = dispatching;
        this.planning = planning;
        this.rectifying = rectifying;
        this.closing = closing;
    }

    /** Registers a problem and starts its process; a row already known under its list key is left alone. */
    public Registered register(NewProblem row, Actor by) {
        return registering.register(row, by);
    }

    /** Registers many in one transaction, answers in the order of the rows; about 50 at a time is fastest. */
    public List<Registered> registerAll(List<NewProblem> rows, Actor by) {
        return registering.registerAll(rows, by);
    }

    /** Writes what a newer list says differently from the last one; see {@link ListedProblem#check}. */
    public Registered update(CaseNo no, NewProblem row, Actor by) {
        return registering.update(no, row, by);
    }

    /** 确认交办. */
    public Problem confirmDispatch(CaseNo no, ProblemCommand.ConfirmDispatch command, Actor by) {
        return dispatching.confirmDispatch(no, command, by);
    }

    /** 签收, or 退单 while the cap is not reached. */
    public Problem signFor(CaseNo no, ProblemCommand.SignFor command, Actor by) {
        return dispatching.signFor(no, command, by);
    }

    /** 裁定退单. */
    public Problem arbitrateReturn(CaseNo no, ProblemCommand.ArbitrateReturn command, Actor by) {
        return dispatching.arbitrateReturn(no, command, by);
    }

    /** 指定牵头单位, finally. */
    public Problem decideLeadUnit(CaseNo no, ProblemCommand.DecideLeadUnit command, Actor by) {
        return dispatching.decideLeadUnit(no, command, by);
    }

    /** Notes that nobody signed in time. */
    public void recordSigningOverdue(CaseNo no) {
        dispatching.recordSigningOverdue(no);
    }

    /** 制定方案. */
    public Problem makePlan(CaseNo no, ProblemCommand.MakePlan command, Actor by) {
        return planning.makePlan(no, command, by);
    }

    /** 审核方案. */
    public Problem reviewPlan(CaseNo no, ProblemCommand.ReviewPlan command, Actor by) {
        return planning.reviewPlan(no, command, by);
    }

    /** 报告坚持情况. */
    public Problem reportStanding(CaseNo no, ProblemCommand.ReportStanding command, Actor by) {
        return planning.reportStanding(no, command, by);
    }

    /** 评估坚持情况: goes on, or becomes a problem with a limit. */
    public Problem assessStanding(CaseNo no, ProblemCommand.AssessStanding command, Actor by) {
        return planning.assessStanding(no, command, by);
    }

    /**
     * 申报完成 by one responsible unit.
     *
     * @param evidence how many pieces of evidence are filed with it
     */
    public Problem reportDone(CaseNo no, UnitCode unit, ProblemCommand.ReportDone command, int evidence, Actor by) {
        return rectifying.reportDone(no, unit, command, evidence, by);
    }

    /** 单位负责人审签; the problem is reported when the last responsible unit's head has signed. */
    public Problem headSign(CaseNo no, UnitCode unit, ProblemCommand.HeadSign command, Actor by) {
        return rectifying.headSign(no, unit, command, by);
    }

    /** 初验. */
    public Problem checkPreliminarily(CaseNo no, ProblemCommand.CheckPreliminarily command, Actor by) {
        return rectifying.checkPreliminarily(no, command, by);
    }

    /** 核查验收 by the five criteria. */
    public Problem verify(CaseNo no, ProblemCommand.Verify command, Actor by) {
        return rectifying.verify(no, command, by);
    }

    /** 发布公示. */
    public void openPublicNotice(CaseNo no) {
        closing.openPublicNotice(no);
    }

    /** 公示期满. */
    public void endPublicNotice(CaseNo no) {
        closing.endPublicNotice(no);
    }

    /**
     * 登记异议: stops closure until it is answered.
     *
     * @return the objection's id
     */
    public long fileObjection(CaseNo no, ProblemCommand.FileObjection command, Actor by) {
        return closing.fileObjection(no, command, by);
    }

    /** 答复异议; without an id the oldest open one. */
    public Problem answerObjection(CaseNo no, ProblemCommand.AnswerObjection command, Actor by) {
        return closing.answerObjection(no, command, by);
    }

    /** 销号审批. */
    public Problem approveStrikeOff(CaseNo no, ProblemCommand.ApproveStrikeOff command, Actor by) {
        return closing.approveStrikeOff(no, command, by);
    }

    /** 销号备案. */
    public void fileStrikeOff(CaseNo no) {
        closing.fileStrikeOff(no);
    }

    /**
     * Has a struck-off problem looked at again now, whatever day was set for it; one that was looked at already is looked
     * at once more.
     */
    public Problem lookBackNow(CaseNo no, String reason, Actor by) {
        return closing.lookBackNow(no, reason, by);
    }

    /** 回头看. */
    public Problem lookBack(CaseNo no, ProblemCommand.LookBack command, Actor by) {
        return closing.lookBack(no, command, by);
    }

    /** 登记反弹: the same number starts again. */
    public void registerRelapse(CaseNo no) {
        closing.registerRelapse(no);
    }

    /** The units that rectify, one branch of the process each. */
    @Transactional(readOnly = true)
    public List<UnitCode> rectifyingUnits(CaseNo no) {
        return dispatching.rectifyingUnits(no);
    }

    /** Whether the return in hand reached the cap and goes to the leader. */
    public boolean returnsCapped(Problem returned) {
        return dispatching.returnsCapped(returned);
    }

    /** When the public notice that is open will be over. */
    @Transactional(readOnly = true)
    public Instant noticeEndsAt(CaseNo no) {
        return closing.noticeEnds(no).timerAt();
    }

    /** When to look back, by risk from the day of striking off. */
    public Instant lookBackDueAt(CaseNo no) {
        return closing.lookBackDue(no).timerAt();
    }

    /** When a standing problem is reviewed next. */
    public Instant standingReviewDueAt(CaseNo no) {
        return planning.standingReviewDue(no).timerAt();
    }
}
