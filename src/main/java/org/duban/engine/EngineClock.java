package org.duban.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

/** Makes the engine read the application's one clock, so that timers, history and ledger agree on what time it is. */
@Component
class EngineClock extends AbstractProcessEnginePlugin {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // The engine's own clock is static and reads Joda's; a provider there needs no copying back and forth.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }
}
