package org.duban.problem;

import org.duban.deadline.DeadlineMoved;
import org.duban.deadline.LedgerKind;
import org.duban.deadline.SubjectKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the problem into line when the ledger gives its limit or its public notice another day. */
@Component
class LimitMoves {

    private final ProblemRecords records;
    private final Proceedings proceedings;

    LimitMoves(ProblemRecords records, Proceedings proceedings) {
        this.records = records;
        this.proceedings = proceedings;
    }

    @EventListener
    void on(DeadlineMoved moved) {
        LedgerKind kind = moved.after().kind();
        if (kind == LedgerKind.SUBJECT && SubjectKind.of(moved.after().caseNo()) == SubjectKind.PROBLEM) {
            Problem problem = records.lock(moved.after().caseNo());
            Step step = problem.moveLimit(
                    moved.after().currentDueOn(),
                    moved.change().kind().label(),
                    moved.change().reason());
            records.save(problem, step, moved.by());
        } else if (kind == LedgerKind.PUBLIC_NOTICE) {
            proceedings.moveNotice(moved.after().caseNo(), moved.after().currentDueOn());
        }
    }
}
