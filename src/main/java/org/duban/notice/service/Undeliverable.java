package org.duban.notice.service;

/** A delivery did not go out; the message says why, in Chinese, for the coordinator. */
public class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String to;

    Undeliverable(String to, String message, Throwable cause) {
        super(message, cause);
        this.to = to;
    }

    /** The address that was tried; null when there was none. */
    public String to() {
        return to;
    }
}
