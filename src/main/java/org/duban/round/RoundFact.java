package org.duban.round;

/** The facts of a round; {@link #event()} is the name other modules and the model know. */
public enum RoundFact {
    OPENED("opened", "发起月调度"),
    UNIT_REPORTED("unitReported", "填报月调度"),
    UNIT_CHASED("unitChased", "催报"),
    FROZEN("frozen", "冻结月调度"),
    BEHIND_SCHEDULE_TWICE("behindScheduleTwice", "连续两轮未达序时进度"),
    BRIEF_MADE("briefMade", "起草简报或通报");

    private final String word;
    private final String label;

    RoundFact(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As in {@code round.unitChased}. */
    public String event() {
        return "round." + word;
    }

    /** The office's words. */
    public String label() {
        return label;
    }
}
