package org.duban.petition;

import java.util.Optional;

/** The way a letter came in. */
public enum Channel {
    CALL("来电"),
    LETTER("来信"),
    PLATFORM("平台"),
    WECHAT("微信"),
    HOTLINE("12345"),
    VISIT("来访"),
    OTHER("其他");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Handed over by an inspection rather than by a platform of every day. */
    public boolean ofInspection() {
        return this == CALL || this == LETTER;
    }

    /** The channel a list means by that word. */
    public static Optional<Channel> of(String word) {
        String plain = word == null ? "" : word.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        for (Channel channel : values()) {
            if (channel.label.equals(plain) || channel.name().equalsIgnoreCase(plain)) {
                return Optional.of(channel);
            }
        }
        if (plain.contains("12345")) {
            return Optional.of(HOTLINE);
        }
        if (plain.contains("微信")) {
            return Optional.of(WECHAT);
        }
        if (plain.contains("平台") || plain.contains("12369") || plain.contains("网")) {
            return Optional.of(PLATFORM);
        }
        if (plain.contains("访")) {
            return Optional.of(VISIT);
        }
        return plain.contains("电") ? Optional.of(CALL) : plain.contains("信") ? Optional.of(LETTER) : Optional.empty();
    }
}
