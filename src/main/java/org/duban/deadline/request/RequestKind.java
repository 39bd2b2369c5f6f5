package org.duban.deadline.request;

/** What can be asked for. */
public enum RequestKind {
    EXTENSION("延期", "deadline.extension", "ExtensionRule"),
    SUSPENSION("挂账", "deadline.suspension", "SuspensionRule"),
    REASSIGNMENT("改派", "problem.reassignment", "ReassignmentRule");

    private final String label;
    private final String word;
    private final String table;

    RequestKind(String label, String word, String table) {
        this.label = label;
        this.word = word;
        this.table = table;
    }

    public String label() {
        return label;
    }

    /** Key of the decision table with its caps. */
    String table() {
        return table;
    }

    /** As in {@code deadline.extensionRequested}. */
    String event(String fact) {
        return word + fact;
    }
}
