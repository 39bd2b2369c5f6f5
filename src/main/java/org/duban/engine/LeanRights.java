package org.duban.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Rights without needless questions to the database. Candidates get their rights on a new task without asking which there
 * are: a task that is not written yet has none. And a person's groups are taken as they are, see {@link GroupsOfPerson}.
 */
@Component
class LeanRights extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new Provider());
        // The engine has no setting for it; a custom session factory replaces its own of the same type.
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new GroupsOfPerson.Factory());
        configuration.setCustomSessionFactories(factories);
    }

    private static final class Provider extends DefaultAuthorizationProvider {

        @Override
        protected AuthorizationEntity getGrantAuthorizationByGroupId(
                String groupId, Resource resource, String resourceId) {
            boolean ofTask = resource == Resources.TASK || resource == Resources.HISTORIC_TASK;
            return ofTask && isNew(resourceId)
                    ? null
                    : super.getGrantAuthorizationByGroupId(groupId, resource, resourceId);
        }

        private static boolean isNew(String taskId) {
            CachedDbEntity task = Context.getCommandContext()
                    .getDbEntityManager()
                    .getDbEntityCache()
                    .getCachedEntity(TaskEntity.class, taskId);
            return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
        }
    }
}
