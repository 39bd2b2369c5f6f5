package org.duban.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The engine's users, groups and rights, in the words of the office; every call may run twice. */
public interface Accounts {

    /** Groups of roles and units with their rights and filters. */
    void provisionGroups(Collection<Unit> units);

    /** Creates the account or changes the name; a null password leaves an existing one as it is. */
    void provision(Person person, String unitName, String password);

    /** Makes each person a member of exactly these groups. */
    void provisionMemberships(Map<String, Set<String>> groupsByUsername);
}
