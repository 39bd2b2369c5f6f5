package org.duban.deadline;

import java.time.Instant;

/**
 * One thing the watch did about a deadline, as kept.
 *
 * @param told whom it was said to, in the office's words
 * @param rule of the table, {@code clause} what it says of itself, {@code decision} the table and version
 */
public record LadderStep(
        long deadlineId,
        LadderAction action,
        int daysLeft,
        String told,
        String rule,
        String clause,
        String decision,
        Instant at) {

    public static LadderStep of(
            long deadlineId,
            String action,
            int daysLeft,
            String told,
            String rule,
            String clause,
            String decision,
            Instant at) {
        return new LadderStep(deadlineId, LadderAction.valueOf(action), daysLeft, told, rule, clause, decision, at);
    }

    /** 剩 7 天, 到期当日, 超期 3 天. */
    public String when() {
        return daysLeft > 0 ? "剩 " + daysLeft + " 天" : daysLeft == 0 ? "到期当日" : "超期 " + -daysLeft + " 天";
    }

    /** 超期 3 天：建议黄牌（告知协调员）. */
    public String words() {
        return when() + "：" + action.word() + (told.isEmpty() ? "" : "（告知" + told + "）");
    }
}
