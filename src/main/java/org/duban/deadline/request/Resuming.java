package org.duban.deadline.request;

import java.time.Clock;
import java.time.Instant;
import org.duban.kernel.Actor;
import org.duban.kernel.CaseNo;
import org.duban.kernel.Refusal;
import org.duban.organisation.CurrentActor;
import org.duban.organisation.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of a suspension: 提前恢复 by a person, or 挂账期满. */
@Service
@Transactional
public class Resuming {

    private final Requests requests;
    private final Suspending suspending;
    private final RequestFlow flow;
    private final CurrentActor actor;
    private final Clock clock;

    Resuming(Requests requests, Suspending suspending, RequestFlow flow, CurrentActor actor, Clock clock) {
        this.requests = requests;
        this.suspending = suspending;
        this.flow = flow;
        this.actor = actor;
        this.clock = clock;
    }

    /** 提前恢复, by a coordinator or the unit that asked. */
    public DeadlineRequest early(CaseNo no, long id, String reason) {
        DeadlineRequest request = requests.ofCase(no, id);
        Actor by = actor.holding(Role.COORDINATOR, null).orElseGet(() -> requests.asker(request, "提前恢复"));
        String why = RequestFields.text("reason", reason, "提前恢复的理由");
        Stamp stamp = new Stamp(by, clock.instant());
        DeadlineRequest resumed = requests.save(request.resume(why, stamp));
        requests.announce(resumed, RequestMessages.RESUMPTION_DECIDED, stamp, "reason", why);
        if (!flow.resumptionDecided(resumed)) {
            throw new Refusal("系统正在办理上一步，还没有停止计时，请一分钟后再试。");
        }
        return resumed;
    }

    /** Lets the clock run on; a second time nothing happens. */
    public void carryOut(long id) {
        DeadlineRequest request = requests.locked(id);
        if (!request.standing()) {
            return;
        }
        if (suspending.running(request)) {
            suspending.resume(request);
        } else {
            suspending.forget(request);
        }
        requests.save(request.carriedOut(clock.instant()));
    }

    /** When the clock runs on by itself. */
    @Transactional(readOnly = true)
    public Instant endsAt(long id) {
        return suspending
                .period(requests.find(id))
                .orElseThrow(() -> new IllegalStateException("Request " + id + " has stopped no clock"))
                .timerAt();
    }
}
