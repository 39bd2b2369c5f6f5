package org.duban.notice.service;

import java.util.List;
import org.duban.notice.paper.Paper;

/** A paper in a list, with its proof of service. */
public record PaperLine(Paper paper, PaperState state, String addressee, List<Delivery> deliveries) {

    /** The addressee's signature; null while there is none. */
    public Delivery.Receipt receipt() {
        return deliveries.stream()
                .filter(one -> !one.copy() && one.receipt() != null)
                .map(Delivery::receipt)
                .findFirst()
                .orElse(null);
    }
}
