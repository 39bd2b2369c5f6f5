package org.duban.deadline.request;

import org.duban.deadline.DeadlineClosed;
import org.duban.deadline.request.store.RequestStore;
import org.duban.kernel.CaseNo;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends what is asked about a deadline when the deadline is met or falls away, so that nobody decides about nothing. */
@Service
@Transactional
public class LostObjects {

    private final RequestStore store;
    private final Requests requests;
    private final Suspending suspending;
    private final RequestFlow flow;

    LostObjects(RequestStore store, Requests requests, Suspending suspending, RequestFlow flow) {
        this.store = store;
        this.requests = requests;
        this.suspending = suspending;
        this.flow = flow;
    }

    @EventListener
    void on(DeadlineClosed closed) {
        String why = closed.met() ? "期限已经办结" : "期限已经取消";
        store.alive(closed.deadlineId()).forEach(request -> end(request, why));
    }

    /** Ends everything undecided about a case except one request, because the case goes to other units. */
    public void handedOver(CaseNo no, long except) {
        store.of(no).stream()
                .filter(request -> request.id() != except && request.state().undecided())
                .forEach(request -> end(request, "问题已改派其他单位"));
    }

    /** Ends what is asked about a case as a whole. */
    public void ended(CaseNo no, String why) {
        store.of(no).stream()
                .filter(request ->
                        request.deadlineId() == null && request.state().undecided())
                .forEach(request -> end(request, why));
    }

    private void end(DeadlineRequest request, String why) {
        if (request.kind() == RequestKind.SUSPENSION) {
            suspending.forget(request);
        }
        requests.lapse(request, why);
        flow.lapsed(request);
    }
}
