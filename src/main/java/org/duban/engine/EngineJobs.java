package org.duban.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Wakes the job executor, which otherwise waits for up to ten seconds before it looks for due timers again. */
@Component
public class EngineJobs {

    private final ProcessEngine engine;

    EngineJobs(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Has no effect where the executor is switched off. */
    public void lookNow() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JobExecutor executor = configuration.getJobExecutor();
        if (executor != null && executor.isActive()) {
            executor.jobWasAdded();
        }
    }
}
