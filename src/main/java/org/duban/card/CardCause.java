package org.duban.card;

/** What gives cause for a card; the label is the word the decision tables use. */
public enum CardCause {
    MISSED_NODE("超期未完成"),
    BEHIND_SCHEDULE("进展滞后"),
    POOR_QUALITY("整改不严不实"),
    PERFUNCTORY("敷衍整改"),
    FALSE_REPORT("虚假整改"),
    RELAPSE("污染反弹"),
    REPEAT_LETTERS("群众重复投诉"),
    REMINDER_UNANSWERED("催办未落实"),
    SUPERIOR_CARD("上级警示"),
    OTHER("其他情形");

    private final String label;

    CardCause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
