package org.duban.petition;

import org.duban.deadline.DeadlineMoved;
import org.duban.deadline.LedgerKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the letter into line when the ledger gives its answer another day. */
@Component("petitionLimitMoves")
class LimitMoves {

    private final PetitionRecords records;

    LimitMoves(PetitionRecords records) {
        this.records = records;
    }

    @EventListener
    void on(DeadlineMoved moved) {
        if (moved.after().kind() == LedgerKind.ANSWER) {
            Petition petition = records.lock(moved.after().caseNo());
            Petition after = petition.with(
                    petition.course().edit().dueOn(moved.after().currentDueOn()).done());
            records.save(
                    petition,
                    after,
                    moved.by(),
                    Said.of(
                            PetitionFact.LIMIT_MOVED,
                            petition.leadUnit(),
                            "formerDueOn",
                            petition.course().dueOn(),
                            "dueOn",
                            after.course().dueOn(),
                            "change",
                            moved.change().kind().label(),
                            "reason",
                            moved.change().reason()));
        }
    }
}
