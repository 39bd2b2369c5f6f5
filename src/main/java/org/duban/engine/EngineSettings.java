package org.duban.engine;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Engine settings that are decisions of the house rather than of an installation. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // A department may work on its task but not move its due date or hand it to somebody else.
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        // Without it comments fail for everybody who may not read the whole history.
        configuration.setEnableHistoricInstancePermissions(true);
        // Revokes make task lists slow on PostgreSQL, and Duban grants only.
        configuration.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        configuration.setFailedJobRetryTimeCycle("PT1M,PT10M,PT1H");
        // A refusal rolls back by an exception; logged as an error it would teach operators to overlook errors.
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setHistoryTimeToLive("P3650D");
        // What a model lets go of (the watch's own runs) goes at night; cases stay for ten years.
        configuration.setHistoryCleanupBatchWindowStartTime("01:00");
        configuration.setHistoryCleanupBatchWindowEndTime("04:00");
        // Group ids such as unit350582 are all there is; anything else in an id is a typing error or an attack.
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9]+|camunda-admin");
    }
}
