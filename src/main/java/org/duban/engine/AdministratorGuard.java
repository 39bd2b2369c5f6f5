package org.duban.engine;

import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.duban.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Half of what closes CVE-2026-77226: an empty administrators' group lets a stranger create an administrator. The other
 * half denies the set-up endpoint; this one sees to it that the group's last member cannot be removed, on any way.
 */
@Component
class AdministratorGuard extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new GenericManagerFactory(GuardedIdentityProvider.class));
    }

    /** Public with a public constructor because the engine creates it by reflection. */
    public static class GuardedIdentityProvider extends DbIdentityServiceProvider {

        @Override
        public IdentityOperationResult deleteMembership(String userId, String groupId) {
            if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
                requireAnotherAdministrator(userId);
            }
            return super.deleteMembership(userId, groupId);
        }

        @Override
        public IdentityOperationResult deleteUser(String userId) {
            requireAnotherAdministrator(userId);
            return super.deleteUser(userId);
        }

        @Override
        public IdentityOperationResult deleteGroup(String groupId) {
            if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
                throw new Refusal("管理员组不能删除。");
            }
            return super.deleteGroup(groupId);
        }

        private void requireAnotherAdministrator(String userId) {
            var administrators = createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN);
            boolean last = administrators.listPage(0, 2).stream()
                    .map(org.camunda.bpm.engine.identity.User::getId)
                    .allMatch(userId::equals);
            boolean member = createUserQuery()
                            .memberOfGroup(Groups.CAMUNDA_ADMIN)
                            .userId(userId)
                            .count()
                    > 0;
            if (member && last) {
                throw new Refusal("“" + userId + "”是最后一名管理员，不能移除；请先指定另一名管理员。");
            }
        }
    }
}
