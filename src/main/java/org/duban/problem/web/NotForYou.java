package org.duban.problem.web;

/** What was asked for does not exist, or not for this person; which of the two is not said. */
class NotForYou extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotForYou(String message) {
        super(message);
    }

    static NotForYou noSuchCase() {
        return new NotForYou("没有这个案件，或本单位无权查看。请核对案号。");
    }

    static NotForYou noSuchTask() {
        return new NotForYou("没有这项任务，或它已经办结、不在您的任务列表中。请刷新任务列表。");
    }
}
