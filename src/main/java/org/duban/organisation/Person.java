package org.duban.organisation;

import java.util.LinkedHashSet;
import java.util.Set;
import org.duban.kernel.Actor;
import org.duban.kernel.UnitCode;

/** Somebody with an account. The password lives in the engine's user table only. */
public record Person(String username, String fullName, UnitCode unit, Set<Role> roles, boolean active) {

    public Actor actor() {
        return Actor.of(username, fullName);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The candidate groups the person is a member of in own right. */
    public Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        roles.forEach(role -> groups.add(role.group(unit)));
        return groups;
    }
}
