package org.duban.deadline.request;

/** What a request asks of its process, in the office's words; how the engine does it is known in one class. */
public interface RequestFlow {

    void start(DeadlineRequest request, String caseTitle);

    /** Ends the approval, because the unit does not want it any more. */
    void withdrawn(DeadlineRequest request);

    /** Ends approval or standing still, because there is nothing left to be about. */
    void lapsed(DeadlineRequest request);

    /** @return false when the process is not waiting for it at this moment */
    boolean resumptionDecided(DeadlineRequest request);

    /** Completes the task that waits for a decision, as the person of this thread would in Tasklist. */
    void decide(DeadlineRequest request, RequestCommand.Decide decision);
}
