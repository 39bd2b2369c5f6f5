package org.duban.notice.service;

import org.duban.kernel.CaseNo;

/** The engine that carries deliveries out, after the transaction that asked for them. */
public interface DeliveryFlow {

    /** Takes it on in the transaction of this thread. */
    void start(CaseNo caseNo, long delivery);

    /** Has one that failed tried once more, at once. */
    void retry(CaseNo caseNo, long delivery);
}
