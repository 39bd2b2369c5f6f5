package org.duban.round;

/** How a problem stands against its schedule. The first three are the words that offices report upward in. */
public enum ItemStatus {
    DONE("已完成"),
    ON_SCHEDULE("达到序时进度"),
    BEHIND("未达序时进度"),
    /** 长期坚持 has no schedule to be measured by. */
    STANDING("长期坚持");

    private static final int ALL = 100;

    private final String label;

    ItemStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * What the two numbers say.
     *
     * @param planned percent due by now, null when the problem has no schedule
     */
    public static ItemStatus of(Integer planned, int actual) {
        if (actual >= ALL) {
            return DONE;
        }
        return planned == null || actual >= planned ? ON_SCHEDULE : BEHIND;
    }
}
