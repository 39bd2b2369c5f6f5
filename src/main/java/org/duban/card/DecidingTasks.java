package org.duban.card;

import org.duban.kernel.CaseNo;

/** The tasks in which cards are reviewed and approved; how the engine keeps them is known in one class. */
public interface DecidingTasks {

    /**
     * Completes the review of the card, as the person of this thread would in Tasklist.
     *
     * @throws org.duban.kernel.Refusal when no such task waits
     */
    void review(CaseNo no, CardCommand.Review command);

    /**
     * Completes its approval.
     *
     * @throws org.duban.kernel.Refusal when no such task waits
     */
    void approve(CaseNo no, CardCommand.Approve command);
}
