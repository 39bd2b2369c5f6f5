package org.duban.petition.publication;

/** What of a letter the public can read now. */
public enum Live {
    NONE("未公开"),
    SHOWN("已公开"),
    WITHDRAWN("已撤回");

    private final String label;

    Live(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
