package org.duban.deadline.request;

/** How far a request has come. */
public enum RequestState {
    ASKED("待单位审签"),
    SIGNED("待审批"),
    GRANTED("已同意"),
    REFUSED("不同意"),
    NOT_SIGNED("单位负责人未同意"),
    WITHDRAWN("已撤回"),
    LAPSED("已失效");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nobody has decided yet. */
    public boolean undecided() {
        return this == ASKED || this == SIGNED;
    }
}
