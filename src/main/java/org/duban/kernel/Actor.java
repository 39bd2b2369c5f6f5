package org.duban.kernel;

/**
 * Who acts, and for whom: {@code onBehalfOf} is the account of an absent colleague when a substitute acts, otherwise
 * null.
 */
public record Actor(String username, String name, String onBehalfOf) {

    private static final Actor SYSTEM = new Actor("system", "系统", null);

    public static Actor of(String username, String name) {
        return new Actor(username, name, null);
    }

    /** Duban itself: timers, sweeps, loading of the sample city. */
    public static Actor system() {
        return SYSTEM;
    }
}
