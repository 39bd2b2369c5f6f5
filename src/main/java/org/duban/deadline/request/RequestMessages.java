package org.duban.deadline.request;

/** Facts that reach a waiting approval as messages. */
public final class RequestMessages {

    public static final String WITHDRAWN = "deadline.requestWithdrawn";
    public static final String LAPSED = "deadline.requestLapsed";
    public static final String RESUMPTION_DECIDED = "deadline.resumptionDecided";

    private RequestMessages() {}
}
