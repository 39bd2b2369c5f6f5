package org.duban.deadline.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.duban.deadline.DeadlineLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes a task's deadline in the transaction that ends the task: met when it is completed, voided when it is
 * cancelled (withdrawn case, interrupting event, an operator's change).
 */
@Component
class TaskDeadlineClosing {

    private final DeadlineLedger ledger;
    private final Clock clock;

    TaskDeadlineClosing(DeadlineLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    void on(DelegateTask task) {
        if (task.getExecution() == null) {
            return;
        }
        String key = task.getExecution().getActivityInstanceId();
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_COMPLETE -> ledger.meet(key, clock.instant());
            case TaskListener.EVENTNAME_DELETE -> ledger.voidDeadline(key, clock.instant());
            default -> {}
        }
    }
}
