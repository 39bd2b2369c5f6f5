package org.duban.organisation.process;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.duban.organisation.Role;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine. Tasks need no grant: the engine gives candidate groups the right to work on
 * their own tasks, and nothing here gives more.
 */
@Component
class EngineRights {

    private final AuthorizationService authorizations;

    EngineRights(@Lazy AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void grant(Set<String> unitGroups) {
        for (String group : unitGroups) {
            tasklist(group);
        }
        tasklist(Role.COORDINATOR.group(null));
        tasklist(Role.LEADER.group(null));
        auditor(Role.AUDITOR.group(null));
        administrator(org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN);
    }

    private void tasklist(String group) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        // The diagram beside a task; gives no access to cases.
        grant(group, Resources.PROCESS_DEFINITION, "*", Permissions.READ);
    }

    private void auditor(String group) {
        grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                "*",
                Permissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK);
        grant(group, Resources.DECISION_DEFINITION, "*", Permissions.READ, Permissions.READ_HISTORY);
        grant(group, Resources.DEPLOYMENT, "*", Permissions.READ);
        grant(group, Resources.OPERATION_LOG_CATEGORY, "*", UserOperationLogCategoryPermissions.READ);
    }

    private void administrator(String group) {
        for (Resource resource : Resources.values()) {
            grant(group, resource, "*", Permissions.ALL);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
