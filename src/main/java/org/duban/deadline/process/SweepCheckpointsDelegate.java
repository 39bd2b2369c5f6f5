package org.duban.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.deadline.DeadlineWatch;
import org.springframework.stereotype.Component;

/** BPMN: ServiceTask_SweepCheckpoints (督办到期节点), one batch in the transaction of the job. */
@Component
class SweepCheckpointsDelegate implements JavaDelegate {

    private final DeadlineWatch watch;

    SweepCheckpointsDelegate(DeadlineWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("checkpointsLeft", watch.sweep());
    }
}
