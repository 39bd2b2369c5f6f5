package org.duban.deadline.web;

/** What was asked for is not there, or not for this person; the message is Chinese, for a clerk. */
class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFound(String message) {
        super(message);
    }
}
