package org.duban.deadline.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.deadline.DeadlineLedger;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.Opening;
import org.duban.deadline.Subjects;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** 挂账: the clock stands still until a day, at the latest; how long it may is a deadline of its own. */
@Component
class Suspending extends LimitHandling {

    private static final String RULE = "suspension";
    private static final String TIMER = "Catch_SuspensionOver";

    private final DeadlineMoves moves;
    private final DeadlineLedger ledger;

    Suspending(Subjects subjects, Units units, DeadlineMoves moves, DeadlineLedger ledger, Clock clock) {
        super(subjects, units, clock);
        this.moves = moves;
        this.ledger = ledger;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.SUSPENSION;
    }

    @Override
    public Wish check(CaseNo no, LedgerEntry limit, Wish wish, Cap cap) {
        LocalDate today = LocalDate.now(clock);
        if (wish.day() == null) {
            throw new Refusal("day", "请填写挂账的截止日期，挂账必须有明确的期限。");
        }
        if (!wish.day().isAfter(today)) {
            throw new Refusal("day", "挂账截止日期 " + wish.day() + " 应晚于今天，请改填。");
        }
        LocalDate latest = today.plusDays(cap.maxDays());
        if (wish.day().isAfter(latest)) {
            throw new Refusal(
                    "day",
                    "第 " + cap.nth() + " 次挂账最长 " + cap.maxDays() + " 天，最晚到 " + latest + "，填写的是 " + wish.day()
                            + "，请改填。");
        }
        return Wish.until(wish.day());
    }

    @Override
    public void carryOut(DeadlineRequest granted) {
        LocalDate until = granted.decided().wish().day();
        moves.suspend(
                granted.caseNo(),
                granted.deadlineId(),
                until,
                because(granted),
                granted.id(),
                granted.decided().stamp().by());
        ledger.open(
                Opening.until(granted.caseNo(), LedgerKind.SUSPENSION, key(granted), RULE, LocalDate.now(clock), until)
                        .movedBy(TIMER));
    }

    @Override
    public boolean inForce(DeadlineRequest request) {
        return request.standing() && period(request).isPresent();
    }

    /** Whether the deadline itself still runs and stands still. */
    boolean running(DeadlineRequest request) {
        return ledger.byId(request.deadlineId()).filter(LedgerEntry::isOpen).isPresent();
    }

    /** Until when the clock stands still at the latest. */
    Optional<LedgerEntry> period(DeadlineRequest request) {
        return ledger.byKey(key(request));
    }

    /** Lets the clock run on, if it still stands; the reason is the one decided on, or that the time is over. */
    void resume(DeadlineRequest request) {
        DeadlineRequest.Resumption early = request.resumption();
        moves.resume(
                request.caseNo(),
                request.deadlineId(),
                early == null ? "挂账期满，自动恢复计时" : "提前恢复：" + early.reason(),
                request.id(),
                early == null ? Actor.system() : early.stamp().by());
        ledger.meet(key(request), clock.instant());
    }

    /** The deadline itself is closed, so there is nothing left to stand still. */
    void forget(DeadlineRequest request) {
        ledger.voidDeadline(key(request), clock.instant());
    }

    private static String key(DeadlineRequest request) {
        return request.caseNo() + "/suspension/" + request.id();
    }
}
