package org.duban.petition.publication;

/** What a version of a published line is to the one before it. */
public enum Change {
    FIRST("公开"),
    UPDATED("更新办理情况"),
    CORRECTED("更正"),
    WITHDRAWN("撤回"),
    RESTORED("重新公开");

    private final String label;

    Change(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the public is told why. */
    public boolean needsReason() {
        return this == CORRECTED || this == WITHDRAWN || this == RESTORED;
    }
}
