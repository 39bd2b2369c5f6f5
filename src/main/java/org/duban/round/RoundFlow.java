package org.duban.round;

/** What a round asks of its process, in the office's words. */
public interface RoundFlow {

    /** Starts the process of a newly opened round, in the caller's transaction. */
    void start(Round round);

    /** Tells the process that somebody froze the round by hand; nothing happens when it is past waiting for it. */
    void frozen(Round round);
}
