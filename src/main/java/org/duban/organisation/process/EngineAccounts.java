package org.duban.organisation.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.duban.engine.EngineIdentity;
import org.duban.organisation.Accounts;
import org.duban.organisation.Person;
import org.duban.organisation.Role;
import org.duban.organisation.Unit;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Carries units and people into the engine's identity tables. */
@Component
class EngineAccounts implements Accounts {

    private final IdentityService identity;
    private final EngineIdentity engine;
    private final EngineRights rights;
    private final TasklistFilters filters;

    EngineAccounts(
            @Lazy IdentityService identity, EngineIdentity engine, EngineRights rights, TasklistFilters filters) {
        this.identity = identity;
        this.engine = engine;
        this.rights = rights;
        this.filters = filters;
    }

    @Override
    public void provisionGroups(Collection<Unit> units) {
        engine.asApplication(() -> {
            for (Role role : Role.values()) {
                if (role.seesAll()) {
                    group(role.group(null), role.label(), "WORKFLOW");
                }
            }
            group(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM);
            Set<String> unitGroups = new HashSet<>();
            for (Unit unit : units) {
                group(unit.code().group(), unit.shortName() + "承办人", "UNIT");
                group(unit.code().headGroup(), unit.shortName() + "负责人", "UNIT");
                unitGroups.add(unit.code().group());
                unitGroups.add(unit.code().headGroup());
            }
            rights.grant(unitGroups);
            filters.provision();
        });
    }

    @Override
    public void provision(Person person, String unitName, String password) {
        engine.asApplication(() -> {
            User user = identity.createUserQuery().userId(person.username()).singleResult();
            boolean created = user == null;
            if (created) {
                if (password == null) {
                    throw new IllegalArgumentException("a new account needs a password: " + person.username());
                }
                user = identity.newUser(person.username());
            }
            if (created || password != null) {
                user.setPassword(password);
            }
            // The web applications show "first last"; a null there is rendered as the word null.
            user.setFirstName(person.fullName());
            user.setLastName(unitName);
            identity.saveUser(user);
        });
    }

    @Override
    public void provisionMemberships(Map<String, Set<String>> groupsByUsername) {
        engine.asApplication(() -> groupsByUsername.forEach(this::membership));
    }

    private void membership(String username, Set<String> wanted) {
        Set<String> target = new HashSet<>(wanted);
        if (target.remove(Role.ADMIN.group(null))) {
            target.add(Groups.CAMUNDA_ADMIN);
            target.add(Role.ADMIN.group(null));
        }
        Set<String> present = identity.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        target.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identity.createMembership(username, group));
        present.stream()
                .filter(group -> !target.contains(group))
                .forEach(group -> identity.deleteMembership(username, group));
    }

    private void group(String id, String name, String type) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
        }
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }
}
