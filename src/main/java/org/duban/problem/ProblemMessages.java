package org.duban.problem;

/** Names of the facts that reach a waiting problem as messages; a message in the model is called exactly this. */
public final class ProblemMessages {

    /** Somebody objected during the public notice period. */
    public static final String OBJECTION_RECEIVED = "problem.objectionReceived";

    private ProblemMessages() {}
}
