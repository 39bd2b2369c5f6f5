package org.duban.deadline.request;

import java.util.ArrayList;
import java.util.List;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides many requests in one go, each in a transaction of its own, so that one that cannot be decided spoils none of
 * the others. Every one completes its task in the engine as the person who decides.
 */
@Service
public class RequestDecisions {

    private static final Logger LOG = LoggerFactory.getLogger(RequestDecisions.class);

    private final Requests requests;
    private final RequestFlow flow;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;

    RequestDecisions(Requests requests, RequestFlow flow, CurrentActor actor, TransactionTemplate transaction) {
        this.requests = requests;
        this.flow = flow;
        this.actor = actor;
        this.transaction = transaction;
    }

    /** What became of one of them, {@code message} in words. */
    public record Outcome(long id, CaseNo caseNo, RequestKind kind, boolean done, String message) {}

    public List<Outcome> decide(List<Long> ids, RequestCommand.Decide decision) {
        List<Outcome> outcomes = new ArrayList<>();
        ids.stream().distinct().forEach(id -> outcomes.add(decide(id, decision)));
        return outcomes;
    }

    private Outcome decide(long id, RequestCommand.Decide decision) {
        DeadlineRequest request = requests.find(id);
        try {
            transaction.executeWithoutResult(status -> complete(request, decision));
            String said = decision.decision() == RequestCommand.Decide.Choice.GRANT ? "已同意" : "已不同意";
            return new Outcome(id, request.caseNo(), request.kind(), true, said);
        } catch (RuntimeException failed) {
            return new Outcome(id, request.caseNo(), request.kind(), false, why(request, failed));
        }
    }

    private void complete(DeadlineRequest request, RequestCommand.Decide decision) {
        if (request.state() != RequestState.SIGNED) {
            throw new Refusal("这件申请" + request.state().label() + "，现在不能审批。");
        }
        Approver approver = request.cap().approver();
        if (actor.holding(approver.role(), null).isEmpty()) {
            throw new Refusal("这件申请由" + approver.label() + "审批。");
        }
        flow.decide(request, decision);
    }

    /** The refusal inside whatever the engine wrapped it in. */
    private static String why(DeadlineRequest request, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.getMessage();
            }
            if (cause instanceof ConcurrencyFailureException) {
                return "刚刚被别人办理，请刷新后再看。";
            }
        }
        LOG.warn("Request {} of {} could not be decided", request.id(), request.caseNo(), failed);
        return "系统没有办成，请刷新后再试；仍不成功时请告诉管理员。";
    }
}
