package org.duban.card;

/** Where a card stands, from the proposal to the end. */
public enum CardState {
    PROPOSED("待审核"),
    REVIEWED("待审批"),
    APPROVED("待签发"),
    ISSUED("待签收"),
    SIGNED("整改答复中"),
    REPLIED("答复待核查"),
    PASSED("待申请摘牌"),
    LIFTING_APPLIED("待现场核查"),
    LIFTING_CHECKED("待批准摘牌"),
    LIFTING_APPROVED("待解除"),
    LIFTED("已摘牌"),
    REVOKED("已撤销"),
    DROPPED("审核不予发牌"),
    REFUSED("审批不予发牌"),
    WITHDRAWN("建议已撤回");

    private final String label;

    CardState(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    public boolean closed() {
        return compareTo(LIFTED) >= 0;
    }

    /** Whether somebody still has to decide what was proposed. */
    public boolean undecided() {
        return this == PROPOSED || this == REVIEWED;
    }

    /** Whether the unit holds the card and nothing graver is in hand. */
    public boolean held() {
        return compareTo(ISSUED) >= 0 && compareTo(LIFTING_CHECKED) <= 0;
    }

    /** Whether the unit still has to answer. */
    public boolean awaitsReply() {
        return this == ISSUED || this == SIGNED;
    }
}
