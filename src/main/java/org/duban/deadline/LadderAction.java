package org.duban.deadline;

import java.util.Arrays;
import java.util.Optional;

/** What a rung of the ladder does, in the word the decision table {@code EscalationLadder} uses for it. */
public enum LadderAction {
    REMIND("提醒", "deadline.reminded"),
    REMIND_HEAD("提醒负责人", "deadline.headReminded"),
    DUE_TODAY("到期提醒", "deadline.dueTodayReminded"),
    OVERDUE("超期", "deadline.overdueFound"),
    PROPOSE_YELLOW("建议黄牌", "deadline.yellowProposed"),
    PROPOSE_RED("建议红牌", "deadline.redProposed");

    /** The word for doing nothing. */
    static final String NOTHING = "无";

    private final String word;
    private final String event;

    LadderAction(String word, String event) {
        this.word = word;
        this.event = event;
    }

    public String word() {
        return word;
    }

    /** The name of the fact. */
    public String event() {
        return event;
    }

    /** A proposal is for a person to decide on and never yet a card. */
    public boolean proposes() {
        return this == PROPOSE_YELLOW || this == PROPOSE_RED;
    }

    static Optional<LadderAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
