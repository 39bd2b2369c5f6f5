package org.duban.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the engine write many small pieces of work in one go. Each call of its services would otherwise write by itself,
 * and an import starts processes by the hundred.
 */
@Component
public class EngineBatch {

    private final ObjectProvider<ProcessEngine> engine;

    EngineBatch(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Runs the work; what the engine has to write it writes at the end, in the caller's transaction. */
    public void together(Runnable work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
