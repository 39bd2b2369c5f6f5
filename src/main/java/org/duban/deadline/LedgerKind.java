package org.duban.deadline;

/** What a deadline in the ledger is about. */
public enum LedgerKind {
    /** A task in somebody's task list. */
    TASK("办理期限"),
    /** The public notice before a problem is struck off. */
    PUBLIC_NOTICE("公示期"),
    /** The day a struck-off problem is looked at again. */
    LOOK_BACK("回头看"),
    /** The day a problem that stays open for good is reviewed. */
    STANDING_REVIEW("定期评估"),
    /** How long the clock of a case may stand still. */
    SUSPENSION("挂账期"),
    /** A monthly round: until when units report, and when its results are frozen. */
    ROUND("月调度"),
    /** The written answer to a red or yellow card. */
    CARD_REPLY("书面答复期限"),
    /** The case's own deadline. */
    SUBJECT("整改时限");

    private final String label;

    LedgerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Something is to be done on the due day itself rather than by its end. */
    boolean actsAsTheDayBegins() {
        return this == LOOK_BACK || this == STANDING_REVIEW;
    }
}
