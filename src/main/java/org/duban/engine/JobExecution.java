package org.duban.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Pauses and resumes the engine's background work on this node. */
@Component
public class JobExecution {

    private final ObjectProvider<JobExecutor> executor;

    JobExecution(ObjectProvider<JobExecutor> executor) {
        this.executor = executor;
    }

    /** Stops taking jobs; returns true when it was at work, so that the caller knows whether to resume. */
    public boolean pause() {
        JobExecutor present = executor.getIfAvailable();
        if (present == null || !present.isActive()) {
            return false;
        }
        present.shutdown();
        return true;
    }

    public void resume() {
        executor.ifAvailable(JobExecutor::start);
    }
}
