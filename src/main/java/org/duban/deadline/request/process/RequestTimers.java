package org.duban.deadline.request.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.deadline.request.Resuming;
import org.springframework.stereotype.Component;

/** When the timer of {@code DeadlineSuspension} fires: as the day after the last day of standing still begins. */
@Component("requestTimers")
public class RequestTimers {

    private final Resuming resuming;

    RequestTimers(Resuming resuming) {
        this.resuming = resuming;
    }

    public Date suspensionEnds(DelegateExecution execution) {
        return Date.from(resuming.endsAt(RequestWork.request(execution)));
    }
}
