package org.duban.petition;

/** The facts a letter's history consists of; {@link #event()} is the name other modules and the model know. */
public enum PetitionFact {
    REGISTERED("registered", "登记"),
    DISPATCHED("dispatched", "转办"),
    DECLINED("declined", "不予受理"),
    FORWARDED("forwarded", "转送"),
    FOLDED("folded", "并入主件"),
    SPLIT_OFF("splitOff", "从重复件中拆出"),
    MAIN_LETTER_PASSED("mainLetterPassed", "主件已答复，一并送审"),
    SIGNED_FOR("signedFor", "签收"),
    RETURNED("returned", "退单"),
    RETURN_REJECTED("returnRejected", "裁定维持原转办"),
    REASSIGNED("reassigned", "改派"),
    UNIT_DECIDED("unitDecided", "指定承办单位"),
    SIGNING_OVERDUE("signingOverdue", "签收超期"),
    LIMIT_MOVED("limitMoved", "办理期限变动"),
    FINDINGS_FILED("findingsFiled", "报送调查核实情况"),
    ANSWER_SIGNED("answerSigned", "单位负责人审签"),
    ANSWER_COMBINED("answerCombined", "汇总答复"),
    ANSWER_WORDED("answerWorded", "按本件改写答复"),
    ANSWER_RETURNED("answerReturned", "单位负责人退回"),
    REVIEW_PASSED("reviewPassed", "材料审核通过"),
    REDISPATCHED("redispatched", "二次派单"),
    PROGRESS_REPORTED("progressReported", "报告后续进展"),
    FOLLOWED_UP("followedUp", "跟踪阶段性办结"),
    FULLY_DONE("fullyDone", "阶段性办结转为已办结"),
    BECAME_PROBLEM("becameProblem", "转为整改问题"),
    PETITIONER_SATISFIED("petitionerSatisfied", "回访满意"),
    PETITIONER_DISSATISFIED("petitionerDissatisfied", "回访不满意"),
    PETITIONER_UNREACHED("petitionerUnreached", "无法回访"),
    HANDED_TO_LEADER("handedToLeader", "提请领导包案"),
    LEADER_TOOK_UP("leaderTookUp", "领导包案"),
    LEADER_CONCLUDED("leaderConcluded", "包案结束"),
    CLOSED("closed", "办结"),
    BATCH_CLOSED("batchClosed", "所在批次封批"),
    BATCH_REOPENED("batchReopened", "所在批次重新打开"),
    PETITIONER_UNMASKED("petitionerUnmasked", "查看信访人身份"),
    MASK_CONFIRMED("maskConfirmed", "公开内容确认"),
    MASK_RETURNED("maskReturned", "公开内容退回修改"),
    PUBLISHED("published", "公开"),
    CORRECTED("corrected", "更正公开内容"),
    WITHDRAWN("withdrawn", "撤回公开"),
    WITHHOLDING_PROPOSED("withholdingProposed", "提请不予公开"),
    WITHHOLDING_REJECTED("withholdingRejected", "不同意不予公开"),
    WITHHELD("withheld", "决定不予公开"),
    WITHHOLDING_LIFTED("withholdingLifted", "解除不予公开");

    private final String word;
    private final String label;

    PetitionFact(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As in {@code petition.signedFor}. */
    public String event() {
        return "petition." + word;
    }

    /** The office's words. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no fact has that event name */
    public static PetitionFact ofEvent(String event) {
        for (PetitionFact fact : values()) {
            if (fact.event().equals(event)) {
                return fact;
            }
        }
        throw new IllegalArgumentException("No fact of a petition: " + event);
    }
}
