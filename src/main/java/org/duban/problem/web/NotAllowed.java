package org.duban.problem.web;

/** The person may see the case but not do this; the message says who may. */
class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAllowed(String message) {
        super(message);
    }
}
