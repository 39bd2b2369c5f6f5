package org.duban.card;

/** The facts a card's history consists of; those that matter for the case it is about stand in that case's record too. */
public enum CardEvent {
    PROPOSED("proposed", "提出发牌建议", true),
    FACT_ADDED("factAdded", "补充发牌事实", false),
    KEPT("kept", "审核同意发牌", false),
    DROPPED("dropped", "审核不予发牌", true),
    APPROVED("approved", "批准发牌", true),
    RETURNED("returned", "退回重新审核", false),
    REFUSED("refused", "审批不予发牌", true),
    ISSUED("served", "签发送达警示通知书", true),
    NOTICE_UNSIGNED("noticeUnsigned", "警示通知书逾期未签收", false),
    SIGNED_FOR("signedFor", "签收警示通知书", false),
    REPLIED("replied", "书面答复", true),
    REPLY_MISSED("replyMissed", "逾期未答复", true),
    ANSWER_AGAIN("answerAgain", "要求重新整改答复", false),
    REPLY_RENEWED("replyRenewed", "重新计算答复期限", false),
    REPLY_PASSED("replyPassed", "答复核查通过", false),
    REPLY_FAILED("replyFailed", "答复核查不通过", false),
    RED_PROPOSED("redProposed", "建议转为红牌", true),
    TURNED_RED("turnedRed", "转为红牌", true),
    YELLOW_KEPT("yellowKept", "不转红牌，黄牌继续", true),
    OBJECTION_FILED("objectionFiled", "提出异议", false),
    OBJECTION_REJECTED("objectionRejected", "异议不成立", false),
    REVOKED("revoked", "异议成立，撤销警示", true),
    LIFTING_APPLIED("liftingApplied", "申请摘牌", false),
    SITE_PASSED("sitePassed", "现场核查通过", false),
    SITE_FAILED("siteFailed", "现场核查不通过", false),
    LIFTING_APPROVED("liftingApproved", "批准摘牌", false),
    LIFTING_REFUSED("liftingRefused", "不同意摘牌", false),
    LIFTED("lifted", "摘牌", true),
    WITHDRAWN("withdrawn", "撤回发牌建议", true),
    CONSEQUENCE_DECIDED("consequenceDecided", "产生后果", true),
    CONSEQUENCE_DONE("consequenceDone", "落实后果", false);

    private final String word;
    private final String label;
    private final boolean toldOfSubject;

    CardEvent(String word, String label, boolean toldOfSubject) {
        this.word = word;
        this.label = label;
        this.toldOfSubject = toldOfSubject;
    }

    /** As in {@code card.turnedRed}. */
    public String event() {
        return "card." + word;
    }

    /** The office's words. */
    public String label() {
        return label;
    }

    boolean toldOfSubject() {
        return toldOfSubject;
    }
}
