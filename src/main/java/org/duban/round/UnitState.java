package org.duban.round;

/** Where a unit stands in a round. */
public enum UnitState {
    OPEN("待报"),
    REPORTED("已报"),
    /** Reported after the last day, but before the freeze. */
    LATE("逾期报送"),
    /** Had not reported when the round was frozen. */
    SILENT("未报");

    private final String label;

    UnitState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean reported() {
        return this == REPORTED || this == LATE;
    }
}
