package org.duban.desk;

import org.duban.deadline.DeadlineExplanation;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.LedgerKind;

/** Deadlines as the page of a case shows them. */
public final class Limits {

    private Limits() {}

    public static CaseView.Limit of(DeadlineExplanation explained) {
        LedgerEntry entry = explained.entry();
        return new CaseView.Limit(
                entry,
                entry.kind() == LedgerKind.TASK
                        ? "办理：" + entry.name()
                        : entry.kind().label(),
                explained.missed(),
                explained.lines(),
                explained.steps());
    }
}
