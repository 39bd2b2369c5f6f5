package org.duban.notice.service;

import java.util.List;
import org.duban.notice.paper.Paper;

/** How far a paper has come with all its deliveries, the most pressing first. */
public enum PaperState {
    FAILED("无法送达"),
    WAITING("待发送"),
    UNSIGNED("待签收"),
    SIGNED("已签收"),
    WITHDRAWN("已撤回");

    private final String label;

    PaperState(String label) {
        this.label = label;
    }

    /** The office's word. */
    public String label() {
        return label;
    }

    static PaperState of(Paper paper, List<Delivery> deliveries) {
        if (paper.withdrawn()) {
            return WITHDRAWN;
        }
        if (deliveries.stream().anyMatch(one -> one.state() == DeliveryState.FAILED)) {
            return FAILED;
        }
        if (deliveries.stream().anyMatch(one -> one.state() == DeliveryState.WAITING)) {
            return WAITING;
        }
        boolean signed = deliveries.stream().anyMatch(one -> !one.copy() && one.receipt() != null);
        return signed ? SIGNED : UNSIGNED;
    }
}
