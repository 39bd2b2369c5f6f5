package org.duban.problem;

/** Why a unit hands a dispatched problem back. */
public enum ReturnReason {
    NOT_OUR_AREA("不属本辖区"),
    NOT_OUR_DUTY("不属本单位职责"),
    DUPLICATE("重复交办"),
    WRONG_FACTS("事实有误"),
    OTHER("其他");

    private final String label;

    ReturnReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
