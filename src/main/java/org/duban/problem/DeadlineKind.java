package org.duban.problem;

/** The four ways a list sets a time limit. */
public enum DeadlineKind {
    /** A day. */
    DATE("限期整改"),
    /** The end of a month, quarter or year. */
    PRECISION("按月(季、年)限期"),
    /** 立行立改: at once; evidence is due some days after dispatch. */
    IMMEDIATE("立行立改"),
    /** 长期坚持: reviewed at intervals, never overdue, never struck off. */
    STANDING("长期坚持");

    private final String label;

    DeadlineKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
