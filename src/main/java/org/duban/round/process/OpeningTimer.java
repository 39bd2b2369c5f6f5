package org.duban.round.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.duban.engine.EngineIdentity;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets a changed opening day count from the next start of the application on: the engine reads the model's cycle only
 * when a model is deployed. An opening day that passed while nothing ran is left as it is, to be made up for.
 */
@Component
class OpeningTimer {

    private final RepositoryService repository;
    private final ManagementService management;
    private final EngineIdentity identity;
    private final Clock clock;

    OpeningTimer(
            @Lazy RepositoryService repository,
            @Lazy ManagementService management,
            EngineIdentity identity,
            Clock clock) {
        this.repository = repository;
        this.management = management;
        this.identity = identity;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    void set() {
        identity.asApplication(() -> {
            ProcessDefinition round = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("MonthlyRound")
                    .latestVersion()
                    .singleResult();
            management
                    .createJobQuery()
                    .processDefinitionId(round.getId())
                    .activityId("StartEvent_RoundDayReached")
                    .duedateHigherThan(Date.from(clock.instant()))
                    .list()
                    .forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
        });
    }
}
