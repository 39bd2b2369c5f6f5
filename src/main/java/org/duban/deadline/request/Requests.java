package org.duban.deadline.request;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.deadline.DeadlineFact;
import org.duban.deadline.LedgerEntry;
import org.duban.deadline.Subjects;
import org.duban.deadline.request.store.RequestStore;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.kernel.UnitCode;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The use cases of a request, one method each: asked, signed, decided, carried out, withdrawn. All of them lock the case
 * first, so that what is decided and what is done about the case come one after the other.
 */
@Service
@Transactional
public class Requests {

    private final RequestStore store;
    private final Handlings handlings;
    private final Subjects subjects;
    private final RequestFields fields;
    private final RequestFlow flow;
    private final CurrentActor actor;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Requests(
            RequestStore store,
            Handlings handlings,
            Subjects subjects,
            RequestFields fields,
            RequestFlow flow,
            CurrentActor actor,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.handlings = handlings;
        this.subjects = subjects;
        this.fields = fields;
        this.flow = flow;
        this.actor = actor;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** 申请, by a clerk of the unit that answers for it; 改派 by a coordinator too, who needs no head's signature. */
    public DeadlineRequest ask(CaseNo no, Ask ask) {
        RequestKind kind = RequestFields.chosen("kind", ask.kind(), "申请的种类");
        subjects.lock(no);
        LedgerEntry limit = handlings.limit(kind, no, ask.deadlineId());
        Cap cap = handlings.cap(kind, no, limit);
        handlings.closed(kind, no, limit, cap).ifPresent(why -> {
            throw new Refusal(why);
        });
        UnitCode unit = handlings.of(kind).asker(no, limit).orElse(null);
        Optional<Actor> clerk = unit == null ? Optional.empty() : actor.holding(Role.CLERK, unit);
        boolean byOffice = clerk.isEmpty()
                && kind == RequestKind.REASSIGNMENT
                && actor.holding(Role.COORDINATOR, null).isPresent();
        if (clerk.isEmpty() && !byOffice) {
            throw new Refusal(fields.whoAsks(kind, unit));
        }
        Wish wish = handlings.of(kind).check(no, limit, fields.wish(ask), cap);
        String reason = RequestFields.text("reason", ask.reason(), "申请理由");
        String progress = RequestFields.text("progress", ask.progress(), "目前进展");
        Stamp stamp = new Stamp(
                clerk.orElseGet(() -> actor.holding(Role.COORDINATOR, null).orElseThrow()), clock.instant());
        DeadlineRequest asked = store.addUnlessAlive(new RequestStore.Asked(
                        kind,
                        byOffice ? RequestState.SIGNED : RequestState.ASKED,
                        no,
                        limit == null ? null : limit.id(),
                        byOffice ? null : unit,
                        wish,
                        reason,
                        progress,
                        limit == null ? null : limit.currentDueOn(),
                        cap,
                        stamp))
                .orElseThrow(() -> new Refusal("已有一件" + kind.label() + "在办，办结以前不能再次申请。请在“申请与审批”中查看。"));
        listeners.publishEvent(
                new DeadlineFact(no, kind.event("Requested"), stamp.at(), stamp.by(), data(asked, "reason", reason))
                        .on(cap.evaluation()));
        flow.start(asked, subjects.of(no).title());
        return asked;
    }

    /** 单位负责人审签; signing opens the way to the approver, refusing ends it. */
    public DeadlineRequest sign(long id, RequestCommand.Sign command, Actor head) {
        DeadlineRequest request = locked(id);
        Stamp stamp = new Stamp(head, clock.instant());
        boolean signs =
                RequestFields.chosen("decision", command.decision(), "同意报出或不同意") == RequestCommand.Sign.Choice.SIGN;
        if (signs) {
            DeadlineRequest signed = save(request.sign(stamp));
            announce(signed, request.kind().event("Signed"), stamp);
            return signed;
        }
        String why = RequestFields.text("reason", command.reason(), "不同意的理由");
        DeadlineRequest ended = save(request.notSigned(stamp, why));
        announce(ended, request.kind().event("NotSigned"), stamp, "reason", why);
        return ended;
    }

    /** 审批. A decision after the deadline has passed counts, and is kept as such. */
    public DeadlineRequest decide(long id, RequestCommand.Decide command, Actor by) {
        DeadlineRequest request = locked(id);
        request.waitsFor(by);
        boolean grants =
                RequestFields.chosen("decision", command.decision(), "同意或不同意") == RequestCommand.Decide.Choice.GRANT;
        LedgerEntry limit = handlings.limit(request);
        String reason = grants
                ? RequestFields.optional("reason", command.reason(), "审批意见")
                : RequestFields.text("reason", command.reason(), "不同意的理由");
        Wish wish = null;
        if (grants) {
            RequestHandling handling = handlings.of(request.kind());
            handling.lost(request.caseNo(), limit).ifPresent(why -> {
                throw new Refusal(why);
            });
            wish = handling.check(request.caseNo(), limit, fields.granted(request.wish(), command), request.cap());
        }
        Stamp stamp = new Stamp(by, clock.instant());
        boolean late = limit != null && limit.missed(stamp.at());
        DeadlineRequest decided = save(request.decide(new RequestDecision(grants, wish, reason, late, stamp)));
        announce(
                decided,
                request.kind().event("Decided"),
                stamp,
                "granted",
                grants,
                "reason",
                reason,
                "afterExpiry",
                late);
        return decided;
    }

    /**
     * Does what was granted, once. What has lost its object meanwhile ends without moving anything.
     *
     * @return whether it is done
     */
    public boolean carryOut(long id) {
        DeadlineRequest request = locked(id);
        if (request.state() != RequestState.GRANTED) {
            return false;
        }
        if (request.closedAt() != null) {
            return true;
        }
        RequestHandling handling = handlings.of(request.kind());
        if (handling.inForce(request)) {
            return true;
        }
        Optional<String> lost = lost(handling, request);
        if (lost.isPresent()) {
            lapse(request, lost.get());
            return false;
        }
        handling.carryOut(request);
        if (request.kind() != RequestKind.SUSPENSION) {
            save(request.carriedOut(clock.instant()));
        }
        return true;
    }

    private Optional<String> lost(RequestHandling handling, DeadlineRequest request) {
        LedgerEntry limit = handlings.limit(request);
        return handling.lost(request.caseNo(), limit).or(() -> {
            try {
                handling.check(request.caseNo(), limit, request.decided().wish(), request.cap());
                return Optional.empty();
            } catch (Refusal overtaken) {
                return Optional.of(overtaken.getMessage());
            }
        });
    }

    /** 撤回, while nobody has decided, by the unit that asked. */
    public DeadlineRequest withdraw(CaseNo no, long id) {
        DeadlineRequest request = ofCase(no, id);
        Stamp stamp = new Stamp(asker(request, "撤回"), clock.instant());
        DeadlineRequest withdrawn = save(request.withdraw(stamp.at()));
        announce(withdrawn, RequestMessages.WITHDRAWN, stamp);
        flow.withdrawn(withdrawn);
        return withdrawn;
    }

    /** Ends a request that has nothing left to be about. */
    void lapse(DeadlineRequest request, String why) {
        boolean inForce = handlings.of(request.kind()).inForce(request);
        DeadlineRequest lapsed = save(request.lapse(why, inForce, clock.instant()));
        announce(lapsed, RequestMessages.LAPSED, new Stamp(Actor.system(), clock.instant()), "reason", why);
    }

    /** The request, with every other step on its case waiting. */
    DeadlineRequest locked(long id) {
        DeadlineRequest request = find(id);
        subjects.lock(request.caseNo());
        return find(id);
    }

    DeadlineRequest ofCase(CaseNo no, long id) {
        subjects.lock(no);
        return store.byId(id)
                .filter(request -> request.caseNo().equals(no))
                .orElseThrow(() -> new Refusal("本案没有编号为 " + id + " 的申请，请刷新页面。"));
    }

    /** Who acts for the side that asked; the office for what the office asked. */
    Actor asker(DeadlineRequest request, String step) {
        return (request.unit() == null
                        ? actor.holding(Role.COORDINATOR, null)
                        : actor.holding(Role.CLERK, request.unit()).or(() -> actor.holding(Role.HEAD, request.unit())))
                .orElseThrow(() -> new Refusal("这件申请不是本单位提出的，不能" + step + "。"));
    }

    DeadlineRequest save(DeadlineRequest request) {
        store.update(request);
        return request;
    }

    @Transactional(readOnly = true)
    public DeadlineRequest find(long id) {
        return store.byId(id).orElseThrow(() -> new Refusal("没有编号为 " + id + " 的申请，请刷新页面。"));
    }

    /** Every request about a case, in the order they were made. */
    @Transactional(readOnly = true)
    public List<DeadlineRequest> of(CaseNo no) {
        return store.of(no);
    }

    void announce(DeadlineRequest request, String type, Stamp stamp, Object... more) {
        listeners.publishEvent(new DeadlineFact(request.caseNo(), type, stamp.at(), stamp.by(), data(request, more)));
    }

    private static Map<String, Object> data(DeadlineRequest request, Object... more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("request", request.id());
        data.put("kind", request.kind().label());
        if (request.deadlineId() != null) {
            data.put("deadline", request.deadlineId());
        }
        if (request.wish().day() != null) {
            data.put("wantedOn", request.wish().day().toString());
        }
        if (request.wish().leadUnit() != null) {
            data.put("wantedLeadUnit", request.wish().leadUnit().value());
        }
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1] != null) {
                data.put((String) more[i], more[i + 1]);
            }
        }
        return data;
    }
}
