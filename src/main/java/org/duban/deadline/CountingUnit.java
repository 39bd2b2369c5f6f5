package org.duban.deadline;

/** What a period of days counts: days on which offices work, or every day. */
public enum CountingUnit {
    WORKING("个工作日"),
    CALENDAR("个自然日");

    private final String label;

    CountingUnit(String label) {
        this.label = label;
    }

    /** The Chinese measure that follows a number: 5 个工作日. */
    public String label() {
        return label;
    }
}
