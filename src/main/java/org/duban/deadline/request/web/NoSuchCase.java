package org.duban.deadline.request.web;

/** The case does not exist, or not for this person; which of the two is not said. */
class NoSuchCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchCase() {
        super("没有这个案件，或本单位无权查看。请核对案号。");
    }
}
