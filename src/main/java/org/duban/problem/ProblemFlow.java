package org.duban.problem;

import java.util.List;

/** What a problem asks of its process, in the office's words; how the engine does it is known in one class. */
public interface ProblemFlow {

    /** Starts the process of a newly registered or relapsed problem, in the caller's transaction. */
    void start(Problem problem);

    /** The same for many at once, which is faster than one by one. */
    void startAll(List<Problem> problems);

    /** Ends the running process and starts anew, because the units changed and a task must go to another unit. */
    void dispatchAnew(Problem problem);

    /** Starts at the look-back once more, for a problem whose process is over. */
    void lookBackAgain(Problem problem);

    /** Tells the running process what its texts and expressions now read. */
    void factsChanged(Problem problem);

    /**
     * Stops the notice period for an objection.
     *
     * @return false when the process is not waiting in the notice period at this moment
     */
    boolean objectionReceived(Problem problem);
}
