package org.duban.problem;

/** How much harm a problem can do; decides how soon it is looked back on. */
public enum Risk {
    HIGH("高"),
    MEDIUM("中"),
    LOW("低");

    private final String label;

    Risk(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
