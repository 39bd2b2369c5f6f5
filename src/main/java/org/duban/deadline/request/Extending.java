package org.duban.deadline.request;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.deadline.DeadlineMoves;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Subjects;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.Units;
import org.springframework.stereotype.Component;

/** 延期: a later last day. */
@Component
class Extending extends LimitHandling {

    private final DeadlineMoves moves;

    Extending(Subjects subjects, Units units, DeadlineMoves moves, Clock clock) {
        super(subjects, units, clock);
        this.moves = moves;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.EXTENSION;
    }

    @Override
    public Wish check(CaseNo no, LedgerEntry limit, Wish wish, Cap cap) {
        LocalDate now = limit.currentDueOn();
        if (wish.day() == null) {
            throw new Refusal("day", "请填写希望延到的日期。");
        }
        if (!wish.day().isAfter(now)) {
            throw new Refusal("day", "希望延到的日期 " + wish.day() + " 不晚于现在的到期日 " + now + "，请改填更晚的日期。");
        }
        LocalDate latest = now.plusDays(cap.maxDays());
        if (wish.day().isAfter(latest)) {
            throw new Refusal(
                    "day",
                    "第 " + cap.nth() + " 次延期最长 " + cap.maxDays() + " 天，最晚到 " + latest + "，填写的是 " + wish.day()
                            + "，请改填。");
        }
        return Wish.until(wish.day());
    }

    @Override
    public void carryOut(DeadlineRequest granted) {
        moves.extend(
                granted.caseNo(),
                granted.deadlineId(),
                granted.decided().wish().day(),
                because(granted),
                granted.id(),
                granted.decided().stamp().by());
    }
}
