package org.duban.petition.publication;

/** The texts of a letter that stand in the official table and may hold personal data. */
public enum Part {
    BODY("交办问题基本情况"),
    REGION("行政区域"),
    FINDINGS("调查核实情况"),
    GOAL("办结目标"),
    HANDLING("处理和整改情况"),
    ACCOUNTABILITY("责任人被处理情况");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Without these an answer says nothing. */
    public boolean needed() {
        return this == BODY || this == FINDINGS || this == HANDLING;
    }
}
