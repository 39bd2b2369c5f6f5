package org.duban.card.web;

/** There is no such card or task, or it is not the person's to see; the answer is the same. */
class NoSuchCard extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchCard() {
        super("没有这张牌或这项任务，或者不归您查看，请核对编号。");
    }
}
