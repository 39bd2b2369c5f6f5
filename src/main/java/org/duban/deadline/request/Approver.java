package org.duban.deadline.request;

import org.duban.organisation.Role;

/** Who decides a request, in the words of the decision tables. */
public enum Approver {
    COORDINATOR(Role.COORDINATOR),
    LEADER(Role.LEADER);

    private final Role role;

    Approver(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }

    public String label() {
        return role.label();
    }
}
