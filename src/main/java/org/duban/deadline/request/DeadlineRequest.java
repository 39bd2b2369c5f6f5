package org.duban.deadline.request;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/**
 * A request as it stands: an immutable snapshot; each step refuses what the state does not allow.
 *
 * @param deadlineId null for a reassignment, which is about the case as a whole
 * @param unit whose request it is; null when a coordinator asked
 * @param dueOn the deadline's day when it was asked for; null for a reassignment
 * @param signed the head's signature, {@code decided} the answer, {@code resumption} who lets the clock run on early and
 *     why; each null while there is none
 * @param note why it came to nothing; null otherwise
 * @param closedAt when it was done with: carried out, refused, withdrawn, lapsed
 */
public record DeadlineRequest(
        long id,
        RequestKind kind,
        RequestState state,
        CaseNo caseNo,
        Long deadlineId,
        UnitCode unit,
        Wish wish,
        String reason,
        String progress,
        LocalDate dueOn,
        Cap cap,
        Stamp asked,
        Stamp signed,
        RequestDecision decided,
        Resumption resumption,
        String note,
        Instant closedAt) {

    /** Why and by whom a clock that stands still runs on before its time. */
    public record Resumption(String reason, Stamp stamp) {}

    /** The clock stands still because of it. */
    public boolean standing() {
        return kind == RequestKind.SUSPENSION && state == RequestState.GRANTED && closedAt == null;
    }

    DeadlineRequest sign(Stamp head) {
        mustBe(RequestState.ASKED, "审签");
        refuseOwn(head.by(), "审签", "请本单位其他负责人审签");
        return with(RequestState.SIGNED, head, decided, resumption, null, null);
    }

    DeadlineRequest notSigned(Stamp head, String why) {
        mustBe(RequestState.ASKED, "审签");
        return with(RequestState.NOT_SIGNED, head, decided, resumption, why, head.at());
    }

    /** @throws Refusal when it does not wait for a decision, or not for this person's */
    void waitsFor(Actor approver) {
        mustBe(RequestState.SIGNED, "审批");
        refuseOwn(approver, "审批", "请其他协调员或领导审批");
    }

    DeadlineRequest decide(RequestDecision decision) {
        waitsFor(decision.stamp().by());
        return decision.granted()
                ? with(RequestState.GRANTED, signed, decision, resumption, null, null)
                : with(
                        RequestState.REFUSED,
                        signed,
                        decision,
                        resumption,
                        null,
                        decision.stamp().at());
    }

    DeadlineRequest withdraw(Instant at) {
        if (!state.undecided()) {
            throw new Refusal("这件申请" + state.label() + "，不能再撤回。");
        }
        return with(RequestState.WITHDRAWN, signed, decided, resumption, null, at);
    }

    /**
     * It has nothing to be about any more.
     *
     * @param inForce what was granted had taken effect, and stays rightly granted
     */
    DeadlineRequest lapse(String why, boolean inForce, Instant at) {
        return with(inForce ? state : RequestState.LAPSED, signed, decided, resumption, why, at);
    }

    DeadlineRequest resume(String why, Stamp by) {
        if (!standing()) {
            throw new Refusal("这件挂账没有在停止计时，不能提前恢复，请刷新页面。");
        }
        if (resumption != null) {
            throw new Refusal("这件挂账已经决定提前恢复，不必重复办理。");
        }
        return with(state, signed, decided, new Resumption(why, by), null, null);
    }

    DeadlineRequest carriedOut(Instant at) {
        return with(state, signed, decided, resumption, note, at);
    }

    private void mustBe(RequestState needed, String step) {
        if (state != needed) {
            throw new Refusal("这件申请" + state.label() + "，不能" + step + "，请刷新列表。");
        }
    }

    /** Four eyes: neither the person who asked nor anybody acting for that person. */
    private void refuseOwn(Actor by, String step, String instead) {
        if (asked.isOf(by)) {
            throw new Refusal("decision", "这件申请由您本人提出，不能由您本人" + step + "，" + instead + "。");
        }
    }

    private DeadlineRequest with(
            RequestState next, Stamp head, RequestDecision answer, Resumption early, String why, Instant closed) {
        return new DeadlineRequest(
                id,
                kind,
                next,
                caseNo,
                deadlineId,
                unit,
                wish,
                reason,
                progress,
                dueOn,
                cap,
                asked,
                head,
                answer,
                early,
                why,
                closed);
    }
}
