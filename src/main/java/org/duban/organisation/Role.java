package org.duban.organisation;

import org.duban.kernel.UnitCode;

/** What a person may do; {@link #CLERK} and {@link #HEAD} mean the person's own unit. */
public enum Role {
    COORDINATOR("协调员", "coordinator"),
    LEADER("领导", "leader"),
    CLERK("承办人", null),
    HEAD("单位负责人", null),
    AUDITOR("审计人员", "auditor"),
    ADMIN("管理员", "administrator");

    private final String label;
    private final String group;

    Role(String label, String group) {
        this.label = label;
        this.group = group;
    }

    public String label() {
        return label;
    }

    /** The candidate group of the role, for a person of that unit. */
    public String group(UnitCode unit) {
        return switch (this) {
            case CLERK -> unit.group();
            case HEAD -> unit.headGroup();
            default -> group;
        };
    }

    /** True when the role sees every case, not only those of one unit. */
    public boolean seesAll() {
        return this != CLERK && this != HEAD;
    }
}
