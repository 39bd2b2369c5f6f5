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
    /** Until when a petitioner's letter is to be answered. */
    ANSWER("信访办理期限"),
    /** Until when a petitioner is to be told that the letter is accepted. */
    ACCEPTANCE("受理告知期限"),
    /** The day a letter settled for a stage is looked at again. */
    FOLLOW_UP("阶段性办结跟踪"),
    /** Until when the leader who took a letter upon himself settles it. */
    LEADERS_CASE("包案时限"),
    /** A problem's own deadline. */
    SUBJECT("整改时限");

    private final String label;

    LedgerKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The day by which the case as a whole is to be done: its lead unit answers for it and may ask for more time. */
    public boolean ofTheCase() {
        return this == SUBJECT || this == ANSWER;
    }

    /** Something is to be done on the due day itself rather than by its end. */
    boolean actsAsTheDayBegins() {
        return this == LOOK_BACK || this == STANDING_REVIEW || this == FOLLOW_UP;
    }
}
