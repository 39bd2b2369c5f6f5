package org.duban.card;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;

/**
 * A card from its proposal to its end: an immutable snapshot; each step refuses what the state does not allow.
 *
 * @param subject the case it is about, {@code title} its title when the card was proposed
 * @param level how often something was issued: 0 only proposed, 1 a card, 2 yellow turned red
 * @param colour the colour in force; null while nothing was issued
 * @param wanted what is being decided; null when nothing is
 * @param replyDueOn the last day for the answer; null while none is awaited
 * @param closingReason why it ended without having been lifted; null otherwise
 */
public record Card(
        CaseNo no,
        CaseNo subject,
        String title,
        UnitCode unit,
        CardCause cause,
        String importance,
        CardState state,
        int level,
        CardColour colour,
        Wanted wanted,
        ProposerKind proposer,
        Instant proposedAt,
        LocalDate replyDueOn,
        Instant issuedAt,
        Instant closedAt,
        String closingReason) {

    public boolean open() {
        return closedAt == null;
    }

    /** The colour it shows: the one in force, or the one that is wanted. */
    public CardColour shownColour() {
        return colour != null ? colour : wanted == null ? null : wanted.colour();
    }

    /** The level that is being decided. */
    int nextLevel() {
        return level + 1;
    }

    /** 黄牌 becomes 红牌 in the words of papers and messages. */
    boolean turnsRed() {
        return colour == CardColour.YELLOW && wanted != null && wanted.colour() == CardColour.RED;
    }

    Card raised(Verdict verdict) {
        return state == CardState.PROPOSED ? with(state, wanted.raisedTo(verdict)) : this;
    }

    Card keep(Wanted reviewed) {
        mustBe(CardState.PROPOSED, "审核");
        return with(CardState.REVIEWED, reviewed);
    }

    Card approve() {
        mustBe(CardState.REVIEWED, "审批");
        return with(CardState.APPROVED, wanted);
    }

    Card sendBack() {
        mustBe(CardState.REVIEWED, "退回审核");
        return with(CardState.PROPOSED, wanted);
    }

    /** Nothing is issued: a proposal ends, a yellow card goes on as it was. */
    Card notGranted(CardState end, String reason, boolean signed, Instant at) {
        if (!state.undecided() && state != CardState.APPROVED) {
            throw refusal("不予发牌");
        }
        return level == 0 ? closed(end, reason, at) : with(signed ? CardState.SIGNED : CardState.ISSUED, null);
    }

    Card issued(LocalDate replyDue, Instant at) {
        mustBe(CardState.APPROVED, "签发");
        return change(CardState.ISSUED, nextLevel(), wanted.colour(), null, replyDue, issuedAt == null ? at : issuedAt);
    }

    Card signFor() {
        mustBe(CardState.ISSUED, "签收");
        return with(CardState.SIGNED, null);
    }

    Card reply() {
        if (state == CardState.LIFTED) {
            throw new Refusal("警示 " + no + " 已摘牌，不能再答复。");
        }
        mustBe(CardState.SIGNED, "答复");
        return with(CardState.REPLIED, null);
    }

    Card replyPassed() {
        mustBe(CardState.REPLIED, "核查答复");
        return with(CardState.PASSED, null);
    }

    /** The unit answers once more, until a new day. */
    Card answerAgain(LocalDate due, boolean signed) {
        return change(signed ? CardState.SIGNED : CardState.ISSUED, level, colour, null, due, issuedAt);
    }

    /** Something graver is proposed while the card is held. */
    Card turnRed(Verdict verdict) {
        if (!state.held() || colour != CardColour.YELLOW) {
            throw refusal("建议转为红牌");
        }
        return with(CardState.PROPOSED, new Wanted(verdict, null));
    }

    Card applyForLifting() {
        mustBe(CardState.PASSED, "申请摘牌");
        return with(CardState.LIFTING_APPLIED, null);
    }

    Card checkedOnSite(boolean passed) {
        mustBe(CardState.LIFTING_APPLIED, "现场核查");
        return with(passed ? CardState.LIFTING_CHECKED : CardState.PASSED, null);
    }

    Card decideLifting(boolean approved) {
        mustBe(CardState.LIFTING_CHECKED, "审批摘牌");
        return with(approved ? CardState.LIFTING_APPROVED : CardState.PASSED, null);
    }

    Card lift(Instant at) {
        mustBe(CardState.LIFTING_APPROVED, "摘牌");
        return closed(CardState.LIFTED, null, at);
    }

    Card revoke(String reason, Instant at) {
        if (!open() || level == 0) {
            throw refusal("撤销");
        }
        return closed(CardState.REVOKED, reason, at);
    }

    private void mustBe(CardState needed, String step) {
        if (state != needed) {
            throw refusal(step);
        }
    }

    private Refusal refusal(String step) {
        return new Refusal("警示 " + no + " 现在是“" + state.label() + "”，不能" + step + "，请刷新页面。");
    }

    private Card with(CardState next, Wanted decided) {
        return change(next, level, colour, decided, replyDueOn, issuedAt);
    }

    private Card change(
            CardState next, int newLevel, CardColour inForce, Wanted decided, LocalDate replyDue, Instant firstIssued) {
        return new Card(
                no,
                subject,
                title,
                unit,
                cause,
                importance,
                next,
                newLevel,
                inForce,
                decided,
                proposer,
                proposedAt,
                replyDue,
                firstIssued,
                closedAt,
                closingReason);
    }

    private Card closed(CardState end, String reason, Instant at) {
        return new Card(
                no,
                subject,
                title,
                unit,
                cause,
                importance,
                end,
                level,
                colour,
                wanted,
                proposer,
                proposedAt,
                replyDueOn,
                issuedAt,
                at,
                reason);
    }
}
