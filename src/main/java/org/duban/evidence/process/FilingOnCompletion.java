package org.duban.evidence.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.duban.evidence.EvidenceService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Files a task's evidence with the task, whoever completes it and from where, in the same transaction. */
@Component
class FilingOnCompletion {

    private final EvidenceService evidence;

    FilingOnCompletion(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    public void completed(DelegateTask task) {
        evidence.fileFor(task.getId());
    }
}
