package org.duban.petition;

/** Where a letter stands. */
public enum PetitionState {
    REGISTERED("待转办"),
    DISPATCHED("待签收"),
    INVESTIGATING("调查核实"),
    REVIEWING("材料审核"),
    FOLDED("随主件办理"),
    DECLINED("不予受理或转送"),
    FOLLOW_UP("阶段性办结跟踪"),
    CALL_BACK("待回访"),
    LEADERS_CASE("领导包案"),
    CLOSED("已办结");

    private final String label;

    PetitionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the answer has passed the review, so that it may be shown to the public. */
    public boolean answered() {
        return ordinal() >= FOLLOW_UP.ordinal();
    }
}
