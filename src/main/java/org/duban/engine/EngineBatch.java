package org.duban.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Lets the engine write what many calls do in one go. Each call of its API flushes on its own otherwise, which for fifty
 * starts in one transaction means fifty times the round trips. Within a batch a query of the engine does not see what
 * the batch has not yet written.
 */
@Component
public class EngineBatch {

    private final ProcessEngineConfigurationImpl configuration;

    EngineBatch(@Lazy ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /** Runs the work in the caller's transaction, writing the engine's part of it at the end. */
    public <T> T run(Supplier<T> work) {
        return configuration.getCommandExecutorTxRequired().execute(context -> work.get());
    }
}
