package org.duban.problem;

/** The facts a problem's history consists of; {@link #event()} is the name other modules and the model know. */
public enum ProblemFact {
    REGISTERED("registered", "登记"),
    LIMIT_MOVED("limitMoved", "整改时限变动"),
    EDITED("edited", "修改登记内容"),
    DISPATCHED("dispatched", "交办"),
    SIGNED_FOR("signedFor", "签收"),
    RETURNED("returned", "退单"),
    RETURN_REJECTED("returnRejected", "裁定维持原交办"),
    REASSIGNED("reassigned", "改派"),
    LEAD_UNIT_DECIDED("leadUnitDecided", "指定牵头单位"),
    SIGNING_OVERDUE("signingOverdue", "签收超期"),
    PLAN_SUBMITTED("planSubmitted", "报送整改方案"),
    PLAN_ACCEPTED("planAccepted", "方案审核通过"),
    PLAN_RETURNED("planReturned", "方案退回修改"),
    STANDING_REPORTED("standingReported", "报告坚持情况"),
    STANDING_CONTINUED("standingContinued", "评估：继续坚持"),
    STANDING_CONVERTED("standingConverted", "评估：转为限期整改"),
    DONE_REPORTED("doneReported", "申报完成"),
    REPORT_SIGNED("reportSigned", "单位负责人审签"),
    REPORT_RETURNED("reportReturned", "单位负责人退回"),
    PRELIMINARY_CHECK_PASSED("preliminaryCheckPassed", "初验通过"),
    PRELIMINARY_CHECK_FAILED("preliminaryCheckFailed", "初验不通过"),
    VERIFIED("verified", "核查验收通过"),
    VERIFICATION_FAILED("verificationFailed", "核查验收未通过"),
    NOTICE_OPENED("noticeOpened", "发布公示"),
    NOTICE_ENDED("noticeEnded", "公示期满"),
    OBJECTION_RECEIVED("objectionReceived", "收到异议"),
    OBJECTION_UPHELD("objectionUpheld", "异议成立"),
    OBJECTION_REJECTED("objectionRejected", "异议不成立"),
    STRUCK_OFF("struckOff", "批准销号"),
    STRIKE_OFF_REJECTED("strikeOffRejected", "不同意销号"),
    STRIKE_OFF_FILED("strikeOffFiled", "销号备案"),
    LOOK_BACK_BROUGHT_FORWARD("lookBackBroughtForward", "提前回头看"),
    LOOK_BACK_PASSED("lookBackPassed", "回头看通过"),
    LOOK_BACK_FAILED("lookBackFailed", "回头看发现反弹"),
    RELAPSED("relapsed", "登记反弹，重新整改");

    private final String word;
    private final String label;

    ProblemFact(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As in {@code problem.planSubmitted}. */
    public String event() {
        return "problem." + word;
    }

    /** The office's words. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no fact has that event name */
    public static ProblemFact ofEvent(String event) {
        for (ProblemFact fact : values()) {
            if (fact.event().equals(event)) {
                return fact;
            }
        }
        throw new IllegalArgumentException("No fact of a problem: " + event);
    }
}
