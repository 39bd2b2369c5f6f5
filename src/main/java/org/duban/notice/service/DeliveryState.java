package org.duban.notice.service;

/** How far a delivery has come. */
public enum DeliveryState {
    WAITING("待发送"),
    SENT("已送达"),
    /** Tried as often as the office wants; somebody has to look at it. */
    FAILED("无法送达"),
    /** The paper was taken back or its work was done before it left. */
    NOT_SENT("未发送"),
    /** Given up for another way. */
    REPLACED("改用其他方式");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }
}
