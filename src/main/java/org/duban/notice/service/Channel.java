package org.duban.notice.service;

/** How a paper reaches a unit. */
public enum Channel {
    INBOX("站内消息"),
    MAIL("电子邮件"),
    WEBHOOK("系统接口"),
    HAND("人工送达");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }
}
