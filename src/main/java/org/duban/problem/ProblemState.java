package org.duban.problem;

/** Where a problem stands. Rectified (a date on the problem) and struck off are different things. */
public enum ProblemState {
    REGISTERED("待交办"),
    DISPATCHED("待签收"),
    RETURNED("退单待裁定"),
    SIGNED("制定方案"),
    PLAN_SUBMITTED("方案待审"),
    RECTIFYING("整改中"),
    STANDING("长期坚持"),
    REPORTED("待初验"),
    CHECKED("待核查验收"),
    PUBLIC_NOTICE("公示中"),
    OBJECTED("异议处理中"),
    STRIKE_OFF_PENDING("待销号审批"),
    STRUCK_OFF("已销号"),
    CLOSED("回头看通过");

    private final String label;

    ProblemState(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    /** Whether the leader has struck the problem off. */
    public boolean struckOff() {
        return this == STRUCK_OFF || this == CLOSED;
    }

    /** Whether units and deadline may still be corrected through the list, because no plan rests on them yet. */
    public boolean beforePlan() {
        return compareTo(SIGNED) <= 0;
    }
}
