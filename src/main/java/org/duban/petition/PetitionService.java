package org.duban.petition;

import java.time.Instant;
import java.util.List;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of a letter, one method each. All of them lock the letter, so that two steps on one letter come one after
 * the other, and refuse with a {@link Refusal} what its state or the form does not allow; a refusal rolls everything
 * back. Each returns the letter as it stands afterwards. Steps of one unit name the unit: units with shares in one letter
 * work side by side.
 */
@Service
@Transactional
public class PetitionService {

    private final Registering registering;
    private final Dispatching dispatching;
    private final Investigating investigating;
    private final Settling settling;
    private final Following following;

    PetitionService(
            Registering registering,
            Dispatching dispatching,
            Investigating investigating,
            Settling settling,
            Following following) {
        this.registering = registering;
        this.dispatching = dispatching;
        this.investigating = investigating;
        this.settling = settling;
        this.following = following;
    }

    /**
     * Registers letters and starts the process of each that is still to be worked on, in the order given.
     *
     * @throws NumberTaken when a number stands for other words already
     */
    public List<Registered> registerAll(List<NewLetter> letters, Actor by) {
        return registering.registerAll(letters, by);
    }

    /** What {@link #registerAll} would come to for each, in the order given. */
    @Transactional(readOnly = true)
    public List<Outlook> outlook(List<NewLetter> letters) {
        return registering.outlook(letters);
    }

    /** 转办: called by the process when the form of the waiting task is filed. */
    public Petition dispatch(CaseNo no, PetitionCommand.Dispatch command, Actor by) {
        return dispatching.dispatch(no, command, by);
    }

    /** 查重转办 as the task form files it: dispatched, declined or forwarded. */
    public Petition handOver(CaseNo no, PetitionCommand.DispatchPetition command, Actor by) {
        return dispatching.handOver(no, command, by);
    }

    /**
     * 转办 from a page of the desk: files the form of the task that waits in the process, or dispatches right away where
     * none waits.
     */
    public Petition fileDispatch(CaseNo no, PetitionCommand.Dispatch command, Actor by) {
        return dispatching.file(no, command, by);
    }

    /** 签收 by one unit, or 退单 while the cap is not reached. The letter is under investigation when all have signed. */
    public Petition signFor(CaseNo no, UnitCode unit, PetitionCommand.SignFor command, Actor by) {
        return dispatching.signFor(no, unit, command, by);
    }

    /** 裁定退单 of that unit's share. */
    public Petition arbitrateReturn(CaseNo no, UnitCode unit, PetitionCommand.ArbitrateReturn command, Actor by) {
        return dispatching.arbitrateReturn(no, unit, command, by);
    }

    /** 指定承办单位 of that unit's share by the leader, finally. */
    public Petition decideUnit(CaseNo no, UnitCode unit, PetitionCommand.DecideUnit command, Actor by) {
        return dispatching.decideUnit(no, unit, command, by);
    }

    /** Notes that the unit has not signed in time. */
    public void recordSigningOverdue(CaseNo no, UnitCode unit) {
        dispatching.recordSigningOverdue(no, unit);
    }

    /** 调查核实 by one unit. */
    public Petition fileFindings(CaseNo no, UnitCode unit, PetitionCommand.FileFindings command, Actor by) {
        return investigating.fileFindings(no, unit, command, by);
    }

    /** 单位审签; the letter is answered when the last unit's head has signed. */
    public Petition headSign(CaseNo no, UnitCode unit, PetitionCommand.HeadSign command, Actor by) {
        return investigating.headSign(no, unit, command, by);
    }

    /** 汇总答复 of several units. */
    public Petition combine(CaseNo no, PetitionCommand.CombineAnswer command, Actor by) {
        return following.combine(no, command, by);
    }

    /**
     * The answer of a letter that went along with a main letter, in words of its own, until it passes the review.
     *
     * @return whether it was for this letter; one that its units answer themselves is left alone
     */
    public boolean wordForItself(CaseNo no, PetitionCommand.CombineAnswer command, Actor by) {
        return following.wordForItself(no, command, by);
    }

    /** 材料审核: passed, or 二次派单 to all units anew. */
    public Petition review(CaseNo no, PetitionCommand.Review command, Actor by) {
        return settling.review(no, command, by);
    }

    /** 报告后续进展 by the unit, for the coordinator to assess. */
    public Petition reportProgress(CaseNo no, PetitionCommand.ReportProgress command, Actor by) {
        return following.reportProgress(no, command, by);
    }

    /** Closes a letter whose petitioner cannot be asked. */
    public void closeWithoutCallBack(CaseNo no) {
        following.closeWithoutCallBack(no);
    }

    /** 跟踪阶段性办结. */
    public Petition followUp(CaseNo no, PetitionCommand.FollowUp command, Actor by) {
        return settling.followUp(no, command, by);
    }

    /** 回访: closes the letter, starts it again, or hands it to a leader. */
    public Petition callBack(CaseNo no, PetitionCommand.CallBack command, Actor by) {
        return settling.callBack(no, command, by);
    }

    /** 领导包案. */
    public Petition takeUp(CaseNo no, PetitionCommand.TakeUp command, Actor by) {
        return settling.takeUp(no, command, by);
    }

    /** 包案结束: closes the letter. */
    public Petition conclude(CaseNo no, PetitionCommand.Conclude command, Actor by) {
        return settling.conclude(no, command, by);
    }

    /** The units with shares, one branch of the process each. */
    @Transactional(readOnly = true)
    public List<UnitCode> shareUnits(CaseNo no) {
        return dispatching.shareUnits(no);
    }

    /** Whether the return in hand reached the cap and goes to the leader. */
    public boolean returnsCapped(Petition returned) {
        return dispatching.returnsCapped(returned);
    }

    /** When to look whether a letter settled for a stage is settled for good. */
    public Instant followUpDueAt(CaseNo no) {
        return settling.followUpDueAt(no);
    }
}
