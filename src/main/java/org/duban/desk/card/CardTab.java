package org.duban.desk.card;

/** How the office sorts its cards: by what is to be done about them. */
public enum CardTab {
    REVIEW("review", "待审核"),
    APPROVAL("approval", "待审批"),
    IN_FORCE("force", "生效中"),
    LIFTED("lifted", "已摘牌"),
    REVOKED("revoked", "已撤销"),
    NONE("none", "未发牌");

    private final String word;
    private final String label;

    CardTab(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As in the address of the page. */
    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** Cards that were issued, which a unit sees of its own too. */
    public boolean issued() {
        return this == IN_FORCE || this == LIFTED || this == REVOKED;
    }
}
