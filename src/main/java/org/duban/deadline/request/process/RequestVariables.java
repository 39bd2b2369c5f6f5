package org.duban.deadline.request.process;

/** The process variables of the approvals: what a gateway or a candidate group reads, and which request it is. */
public final class RequestVariables {

    /** Number of the request. */
    public static final String REQUEST = "request";

    /** The unit that asked; its head signs. */
    public static final String UNIT = "unit";

    /** Number and title, which the task's card in Tasklist is made of. */
    static final String CASE_NO = "caseNo";

    static final String CASE_TITLE = "caseTitle";

    static final String UNIT_ASKED = "unitAsked";
    static final String SIGNED = "requestSigned";
    static final String BY_LEADER = "byLeader";
    static final String GRANTED = "requestGranted";
    static final String CARRIED_OUT = "carriedOut";

    private RequestVariables() {}
}
