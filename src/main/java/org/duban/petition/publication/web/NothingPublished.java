package org.duban.petition.publication.web;

/** Nothing is published under that address; whether something is going to be is not said. */
class NothingPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingPublished() {
        super("nothing published there", null, false, false);
    }
}
